/** What is done for a word, without what is around it. */
export interface Body {
  readonly name: string;
  readonly text: string;
}

/** The lines that are not empty, each behind so many blanks. */
export function indent(text: string, blanks: number): string {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => `${' '.repeat(blanks)}${line}`)
    .join('\n');
}
