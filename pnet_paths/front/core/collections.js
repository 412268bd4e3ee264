// Maps and lists: what is worked out once, what belongs together, what comes first.

/**
 * What stands in a map; where it does not stand there yet, it is found and put there.
 * @template K, V
 * @param {{get: (key: K) => V | undefined, set: (key: K, value: V) => void}} known a map, weak or not
 * @param {K} key
 * @param {() => V} find
 * @returns {V}
 */
export function once(known, key, find) {
  let found = known.get(key);
  if (found === undefined) {
    found = find();
    known.set(key, found);
  }
  return found;
}

/**
 * Things by what they have in common, in the order of the first of each.
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
