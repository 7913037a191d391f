/** @param {number} n */
export function run(n) {
  let total = 0;
  for (const value of odd(scrambled(count(n)))) total += value;
  const tree = makeTree(7);
  for (let i = 0; i < Math.floor(n / 1000) + 1; i++) {
    for (const value of walk(tree)) total += value;
  }
  return total;
}

/** @param {number} n */
function* count(n) {
  for (let i = 0; i < n; i++) yield i;
}

/** @param {Iterable<number>} values */
function* scrambled(values) {
  for (const value of values) yield (value * 3) % 1009;
}

/** @param {Iterable<number>} values */
function* odd(values) {
  for (const value of values) {
    if (value % 2 === 1) yield value;
  }
}

/** @typedef {{ left: Tree, value: number, right: Tree } | null} Tree */

/**
 * @param {number} depth
 * @returns {Tree}
 */
function makeTree(depth) {
  return depth === 0 ? null : { left: makeTree(depth - 1), value: depth, right: makeTree(depth - 1) };
}

/**
 * @param {Tree} tree
 * @returns {Generator<number>}
 */
function* walk(tree) {
  if (tree === null) return;
  for (const value of walk(tree.left)) yield value;
  yield tree.value;
  for (const value of walk(tree.right)) yield value;
}
