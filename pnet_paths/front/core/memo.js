// What is worked out once and kept.

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
