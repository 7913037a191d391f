import { DiagnosticTag, MarkupKind, type ClientCapabilities } from 'vscode-languageserver';
import type { ClientSupport } from './snapshot.ts';

/** What a client has said that it can do. What it has not mentioned it cannot. */
export function clientSupport({ textDocument, experimental }: ClientCapabilities): ClientSupport {
  const signature = textDocument?.signatureHelp?.signatureInformation;
  const item = textDocument?.completion?.completionItem;
  const diagnostics = textDocument?.publishDiagnostics;
  return {
    hasMarkdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    hasMarkdownCompletion: item?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    hasMarkdownSignatures: signature?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    hasLabelOffsets: signature?.parameterInformation?.labelOffsetSupport ?? false,
    hasSnippets: item?.snippetSupport ?? false,
    hasInsertReplace: item?.insertReplaceSupport ?? false,
    hasLocationLinks: textDocument?.definition?.linkSupport ?? false,
    hasNestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    hasPullDiagnostics: textDocument?.diagnostic !== undefined,
    hasRelatedInformation: diagnostics?.relatedInformation ?? false,
    hasUnnecessaryTag: diagnostics?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) ?? false,
    hasCodeDescriptions: diagnostics?.codeDescriptionSupport ?? false,
    commands: new Set(commandsOf(experimental)),
  };
}

/** The protocol has no word for the commands of a client: `experimental.commands.commands` is what servers have come to ask for. */
function commandsOf(experimental: unknown): string[] {
  const { commands: offer } = asObject<'commands'>(experimental);
  const { commands } = asObject<'commands'>(offer);
  return Array.isArray(commands) ? commands.filter(command => typeof command === 'string') : [];
}

function asObject<K extends string>(value: unknown): Partial<Record<K, unknown>> {
  return typeof value === 'object' && value !== null ? value : {};
}
