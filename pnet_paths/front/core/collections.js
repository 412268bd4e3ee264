// Maps and lists: what is worked out once, what belongs together, what comes first.

/**
 * Return the value of a key in a map, made and stored on first use.
 * @template K, V
 * @param {{get: (key: K) => V | undefined, set: (key: K, value: V) => void}} map weak or not
 * @param {K} key
 * @param {() => V} make
 * @returns {V}
 */
export function once(map, key, make) {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/**
 * Group things by what they have in common, in the order of the first of each.
 * @template T, K
 * @param {Iterable<T>} things
 * @param {(thing: T) => K} common
 * @returns {Map<K, T[]>}
 */
export function grouped(things, common) {
  /** @type {Map<K, T[]>} */
  const groups = new Map();
  for (const thing of things) once(groups, common(thing), () => /** @type {T[]} */ ([])).push(thing);
  return groups;
}

/**
 * As Python sorts texts, and lists of texts or numbers.
 * @template {string | string[] | number[]} T
 * @param {T} a
 * @param {T} b
 * @returns {number}
 */
export function order(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return a.length - b.length;
}
