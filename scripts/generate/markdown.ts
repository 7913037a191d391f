/** Text as code inside a sentence. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Lines of assembly. */
export function codeBlock(text: string): string {
  return `\`\`\`bcasm\n${text}\n\`\`\``;
}

/** A name as a heading: its first letter in upper case. */
export function heading(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A table of cells that are Markdown already; a bar inside a cell does not end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(head), tableRow(head.map(() => '---')), ...rows.map(tableRow)].join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
