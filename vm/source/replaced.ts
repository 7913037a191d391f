/** A copy of an array in which the elements from one index up to another have given way to others. */
export function replaced<T>(array: readonly T[], from: number, to: number, replacement: readonly T[]): T[] {
  if (replacement.length !== to - from) return array.slice(0, from).concat(replacement, array.slice(to));
  // One copy instead of three: arrays of this kind are long, and most replacements short.
  const copy = array.slice();
  for (let index = 0; index < replacement.length; index++) copy[from + index] = replacement[index];
  return copy;
}
