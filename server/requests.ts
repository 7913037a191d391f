import {
  LSPErrorCodes,
  ResponseError,
  type CallHierarchyItem,
  type Connection,
  type TypeHierarchyItem,
} from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/call-hierarchy.ts';
import { codeActions } from './features/code-actions.ts';
import { codeLens, resolveCodeLens, uriOfLens } from './features/code-lens.ts';
import { completion } from './features/completion.ts';
import { resolveCompletion, uriOfCompletion } from './features/completion/item.ts';
import { declaration } from './features/declaration.ts';
import { definition } from './features/definition.ts';
import { documentHighlight } from './features/document-highlight.ts';
import { documentLinks } from './features/document-links.ts';
import { documentSymbols } from './features/document-symbols.ts';
import { flatSymbols } from './features/flat-symbols.ts';
import { foldingRanges } from './features/folding-ranges.ts';
import { formatting, onTypeFormatting, rangeFormatting } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { implementation } from './features/implementation.ts';
import { inlayHints, resolveInlayHint, uriOfInlayHint } from './features/inlay-hints.ts';
import { inlineValues } from './features/inline-values.ts';
import { linkedEditingRanges } from './features/linked-editing.ts';
import { references } from './features/references.ts';
import { prepareRename, rename, type Refusal } from './features/rename.ts';
import { selectionRanges } from './features/selection-ranges.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { signatureHelp } from './features/signature-help.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from './features/type-hierarchy.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import { uriOfHierarchyItem } from './hierarchy-items.ts';
import { SemanticTokensHistory } from './semantic-tokens-history.ts';
import { renamedFiles } from './renamed-files.ts';
import type { Session } from './session.ts';
import { answerDiagnostics } from './diagnostics-requests.ts';
import type { Snapshot } from './snapshot.ts';

/** Each request by its feature, on the file as it is now. */
export function answerRequests(connection: Connection, session: Session): void {
  const { programs } = session;
  const tokens = new SemanticTokensHistory();
  const snapshotOf = ({ uri }: { uri: string }) => session.snapshotOf(uri);

  connection.onHover(({ textDocument, position }) => hover(snapshotOf(textDocument), position, programs));
  connection.onCompletion(({ textDocument, position, context }) =>
    completion(snapshotOf(textDocument), {
      position,
      trigger: context?.triggerCharacter,
      files: () => session.workspace.sourceFiles(),
    }),
  );
  connection.onCompletionResolve(item => {
    const uri = uriOfCompletion(item);
    return uri === undefined ? item : resolveCompletion(snapshotOf({ uri }), item);
  });
  connection.onSignatureHelp(({ textDocument, position }) => signatureHelp(snapshotOf(textDocument), position));
  connection.onDefinition(({ textDocument, position }) => definition(snapshotOf(textDocument), position));
  connection.onDeclaration(({ textDocument, position }) => declaration(snapshotOf(textDocument), position));
  connection.onImplementation(({ textDocument, position }) => implementation(snapshotOf(textDocument), position));
  answerHierarchies(connection, session);
  connection.onDocumentLinks(({ textDocument }) => documentLinks(snapshotOf(textDocument)));
  connection.languages.onLinkedEditingRange(({ textDocument, position }) =>
    linkedEditingRanges(snapshotOf(textDocument), position),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    references(snapshotOf(textDocument), position, context.includeDeclaration, programs),
  );
  connection.onDocumentHighlight(({ textDocument, position }) => documentHighlight(snapshotOf(textDocument), position));
  connection.onPrepareRename(({ textDocument, position }) =>
    orError(prepareRename(snapshotOf(textDocument), position, programs)),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    orError(rename(snapshotOf(textDocument), position, newName, programs)),
  );
  connection.onDocumentSymbol(({ textDocument }) => {
    const snapshot = snapshotOf(textDocument);
    const symbols = documentSymbols(snapshot);
    return snapshot.client.hasNestedSymbols ? symbols : flatSymbols(symbols, textDocument.uri);
  });
  connection.onWorkspaceSymbol(({ query }) => workspaceSymbols(session, query, session.allPrograms()));
  connection.onCodeAction(({ textDocument, range, context }) => codeActions(snapshotOf(textDocument), range, context));
  connection.onFoldingRanges(({ textDocument }) => foldingRanges(snapshotOf(textDocument)));
  connection.onSelectionRanges(({ textDocument, positions }) => selectionRanges(snapshotOf(textDocument), positions));
  connection.onDocumentFormatting(({ textDocument }) => formatting(snapshotOf(textDocument)));
  connection.onDocumentRangeFormatting(({ textDocument, range }) => rangeFormatting(snapshotOf(textDocument), range));
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
    onTypeFormatting(snapshotOf(textDocument), position, ch),
  );
  connection.languages.semanticTokens.on(({ textDocument }) => tokens.all(textDocument.uri, snapshotOf(textDocument)));
  connection.languages.semanticTokens.onDelta(({ textDocument, previousResultId }) =>
    tokens.since(textDocument.uri, previousResultId, snapshotOf(textDocument)),
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    semanticTokens(snapshotOf(textDocument), range),
  );
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    inlayHints(snapshotOf(textDocument), range, session.settings.inlayHints, programs),
  );
  connection.languages.inlayHint.resolve(hint => {
    const uri = uriOfInlayHint(hint);
    return uri === undefined ? hint : resolveInlayHint(snapshotOf({ uri }), hint, programs);
  });
  connection.onCodeLens(({ textDocument }) => codeLens(snapshotOf(textDocument)));
  connection.onCodeLensResolve(lens => {
    const uri = uriOfLens(lens);
    return uri === undefined ? lens : resolveCodeLens(snapshotOf({ uri }), lens, programs);
  });
  connection.languages.inlineValue.on(({ textDocument, range, context }) =>
    inlineValues(snapshotOf(textDocument), range, context),
  );
  answerDiagnostics(connection, session);
  connection.workspace.onWillRenameFiles(({ files }) => renamedFiles(session, files));
}

/** Items of a hierarchy come back with the file that was first asked about. */
function answerHierarchies({ languages: { callHierarchy, typeHierarchy } }: Connection, session: Session): void {
  const ask = <Answer>(
    item: CallHierarchyItem | TypeHierarchyItem,
    answer: (snapshot: Snapshot) => Answer | null,
  ): Answer | null => {
    const uri = uriOfHierarchyItem(item);
    return uri === undefined ? null : answer(session.snapshotOf(uri));
  };
  callHierarchy.onPrepare(({ textDocument, position }) =>
    prepareCallHierarchy(session.snapshotOf(textDocument.uri), position),
  );
  callHierarchy.onIncomingCalls(({ item }) => ask(item, snapshot => incomingCalls(snapshot, item, session.programs)));
  callHierarchy.onOutgoingCalls(({ item }) => ask(item, snapshot => outgoingCalls(snapshot, item)));
  typeHierarchy.onPrepare(({ textDocument, position }) =>
    prepareTypeHierarchy(session.snapshotOf(textDocument.uri), position),
  );
  typeHierarchy.onSupertypes(({ item }) => ask(item, snapshot => supertypes(snapshot, item)));
  typeHierarchy.onSubtypes(({ item }) => ask(item, snapshot => subtypes(snapshot, item)));
}

/** A refusal is an error of the protocol: its sentence is what the editor shows. */
function orError<T extends object>(answer: T | Refusal): T | ResponseError {
  return 'refusal' in answer ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal) : answer;
}
