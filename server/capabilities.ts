import {
  FileOperationPatternKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { PositionEncoding } from './convert.ts';
import { CODE_ACTION_KINDS } from './features/code-actions.ts';
import { TRIGGER_CHARACTERS } from './features/completion.ts';
import { DIAGNOSTIC_SOURCE } from './features/diagnostics.ts';
import { FORMATTING_TRIGGERS } from './features/formatting.ts';
import { SEMANTIC_TOKENS_LEGEND } from './features/semantic-tokens.ts';

/** What the server offers to a client. */
export function serverCapabilities(client: ClientCapabilities, encoding: PositionEncoding): ServerCapabilities {
  const canPull = client.textDocument?.diagnostic !== undefined;
  return {
    positionEncoding: encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true },
    signatureHelpProvider: { triggerCharacters: [' '] },
    definitionProvider: true,
    declarationProvider: true,
    implementationProvider: true,
    callHierarchyProvider: true,
    typeHierarchyProvider: true,
    documentLinkProvider: {},
    linkedEditingRangeProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: FORMATTING_TRIGGERS,
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
    inlayHintProvider: { resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    inlineValueProvider: true,
    ...(canPull && {
      diagnosticProvider: { identifier: DIAGNOSTIC_SOURCE, interFileDependencies: true, workspaceDiagnostics: true },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: RENAMED } },
    },
  };
}

/** A file that is renamed takes its imports along, and so does a folder. */
const RENAMED: FileOperationRegistrationOptions['filters'] = [
  { scheme: 'file', pattern: { glob: '**/*.bcasm', matches: FileOperationPatternKind.file } },
  { scheme: 'file', pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
];
