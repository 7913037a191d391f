/** @param {number} n */
export function run(n) {
  const slow = counter(1);
  const fast = counter(2);
  const both = compose(slow, fast);
  let total = 0;
  for (let i = 0; i < n; i++) total = (total + both(i) + adder(i)(3)) % 1000007;
  return total;
}

/** @typedef {(value: number) => number} NumberFunction */

/**
 * @param {number} step
 * @returns {NumberFunction}
 */
function counter(step) {
  let count = 0;
  return amount => {
    count = (count + amount * step) % 1000003;
    return count;
  };
}

/**
 * @param {NumberFunction} outer
 * @param {NumberFunction} inner
 * @returns {NumberFunction}
 */
function compose(outer, inner) {
  return value => outer(inner(value));
}

/**
 * @param {number} amount
 * @returns {NumberFunction}
 */
function adder(amount) {
  return value => value + amount;
}
