class Rejected extends Error {
  /** @param {number} value */
  constructor(value) {
    super();
    this.value = value;
  }
}

/** @param {number} n */
export function run(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    total = (total + quotient(i, i % 4)) % 1000003;
    try {
      total += process(i);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      total += error.value % 7;
    }
  }
  return total;
}

/**
 * A division that fails as that of ints does in the other languages.
 * @param {number} a
 * @param {number} b
 */
function divide(a, b) {
  if (b === 0) throw new RangeError('division by zero');
  return Math.floor(a / b);
}

/**
 * @param {number} a
 * @param {number} b
 */
function quotient(a, b) {
  try {
    return divide(a, b);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 0;
  }
}

/** @param {number} value */
function process(value) {
  return check(value) + 1;
}

/** @param {number} value */
function check(value) {
  if (value % 3 === 0) throw new Rejected(value);
  return value;
}
