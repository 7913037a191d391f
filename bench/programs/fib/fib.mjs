/** @param {number} n */
export function run(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += fib(20);
  return total;
}

/** @type {(n: number) => number} */
function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
