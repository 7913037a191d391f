/** @param {number} n */
export function run(n) {
  const words = makeWords(n);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let total = 0;
  for (const word of words) total += (counts.get(word) ?? 0) * word.length;
  const text = linesOf(words, '7').join('\n');
  return `${total} ${text.length}`;
}

/** @param {number} n */
function makeWords(n) {
  const words = [];
  let random = 42;
  for (let i = 0; i < n; i++) {
    random = (random * 171 + 11213) % 53125;
    words.push(`w${random % 5000}`);
  }
  return words;
}

/**
 * @param {readonly string[]} words
 * @param {string} digit
 */
function linesOf(words, digit) {
  const lines = [];
  let line = '';
  let length = 0;
  for (const word of words) {
    if (word[1] !== digit) continue;
    line += `${word.slice(1)},`;
    length++;
    if (length === 16) {
      lines.push(line);
      line = '';
      length = 0;
    }
  }
  lines.push(line);
  return lines;
}
