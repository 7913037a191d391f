import { MarkupKind, type MarkupContent } from 'vscode-languageserver';

/** Markdown for the client: as it is, or without its signs for clients that show plain text. */
export function markup(markdown: string, isMarkdown: boolean): MarkupContent {
  return isMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}

/** Paragraphs with an empty line between them; empty ones are left out. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}

export function codeBlock(language: string, code: string): string {
  // A fence longer than any in the code: a comment may hold one.
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(match => match[0].length + 1)));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Text of the user in a sentence of Markdown, as code. */
export function inlineCode(text: string): string {
  const ticks = '`'.repeat(Math.max(1, ...[...text.matchAll(/`+/g)].map(match => match[0].length + 1)));
  return ticks.length === 1 ? `\`${text}\`` : `${ticks} ${text} ${ticks}`;
}

function plainText(markdown: string): string {
  return markdown
    .split('\n')
    .filter(line => !/^`{3,}\w*$/.test(line))
    .map(line => line.trimEnd())
    .join('\n')
    .replaceAll(/\*\*([^*\n]+)\*\*/g, '$1')
    .replaceAll(/`+ ?([^`\n]+?) ?`+/g, '$1');
}
