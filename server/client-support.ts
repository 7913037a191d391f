import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver';
import type { ClientSupport } from './snapshot.ts';

/** What a client has said that it can do. What it has not mentioned it cannot. */
export function clientSupport({ textDocument }: ClientCapabilities): ClientSupport {
  const item = textDocument?.completion?.completionItem;
  return {
    hasMarkdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    hasMarkdownCompletion: item?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    hasSnippets: item?.snippetSupport ?? false,
    hasInsertReplace: item?.insertReplaceSupport ?? false,
    hasLocationLinks: textDocument?.definition?.linkSupport ?? false,
    hasPullDiagnostics: textDocument?.diagnostic !== undefined,
  };
}
