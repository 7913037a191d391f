/** The command that shows a page of the documentation at one of its headings. */
export const OPEN_REFERENCE_COMMAND = 'bcasm.openReference';

/** The pages that the server links to; others no link may open. */
export const REFERENCE_PAGES: ReadonlySet<string> = new Set(['isa.md', 'diagnostics.md']);

/**
 * Markdown in which links to pages of the reference, which would open as text, run the command that shows them as pages.
 * `undefined` where there is no such link.
 */
export function withReferenceCommands(markdown: string): string | undefined {
  const changed = markdown.replaceAll(REFERENCE_LINK, (link, page: string, anchor: string) => {
    if (!REFERENCE_PAGES.has(page)) return link;
    return `](command:${OPEN_REFERENCE_COMMAND}?${encodeURIComponent(JSON.stringify([page, anchor]))})`;
  });
  return changed === markdown ? undefined : changed;
}

const REFERENCE_LINK = /\]\([a-z][\w+.-]*:[^)\s]*\/docs\/([\w-]+\.md)#([\w-]+)\)/g;
