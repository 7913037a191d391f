const WIDTH = 200;
const MAX_ITERATIONS = 50;

/** @param {number} n */
export function run(n) {
  let total = 0;
  for (let row = 0; row < n; row++) {
    const ci = (2 * row) / n - 1;
    for (let column = 0; column < WIDTH; column++) total += iterations((2 * column) / WIDTH - 1.5, ci);
  }
  return total;
}

/**
 * @param {number} cr
 * @param {number} ci
 */
function iterations(cr, ci) {
  let zr = 0;
  let zi = 0;
  let count = 0;
  while (count < MAX_ITERATIONS && zr * zr + zi * zi < 4) {
    const next = zr * zr - zi * zi + cr;
    zi = 2 * zr * zi + ci;
    zr = next;
    count++;
  }
  return count;
}
