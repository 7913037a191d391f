/** @param {number} n */
export function run(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    let j = 0;
    while (j < 1000) {
      total = (total + i * j) % 1000003;
      j++;
    }
  }
  return total;
}
