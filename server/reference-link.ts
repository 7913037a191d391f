import type { Snapshot } from './snapshot.ts';

/** The page of the reference with every instruction and directive, and its headings as links name them. */
const REFERENCE_PAGE = 'isa.md';

/** A link to the reference of an instruction or directive, in Markdown; empty where the pages are not at hand. */
export function referenceLink({ documentation, client }: Snapshot, word: string): string {
  if (documentation === undefined || !client.hasMarkdownHover) return '';
  return `[Reference of ${word}](${documentation}${REFERENCE_PAGE}#${anchorOf(word)})`;
}

/** The heading's anchor: in lower case, without what is no letter, digit, `_` or `-`. */
function anchorOf(word: string): string {
  return word.toLowerCase().replaceAll(/[^\w-]/g, '');
}
