import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DeclarationRequest,
  DefinitionRequest,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  ImplementationRequest,
  LinkedEditingRangeRequest,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  InlineValueRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RegistrationRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  WorkspaceSymbolRequest,
  type CallHierarchyItem,
  type CompletionItem,
  type InlayHint,
  type Location,
  type LocationLink,
  type TypeHierarchyItem,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from './lsp-client.ts';

const TEXT = `.func double n
        LOAD_VAR n
        LOAD_CONST 2
        MUL
        RETURN_VALUE
.end
        LOAD_CONST 21
        CALL_FUNC double 1
        PRINT
`;

let client: LspClient;
beforeEach(() => {
  client = new LspClient();
});
afterEach(() => client.dispose());

describe('a whole session', () => {
  test('from initialize to exit', async () => {
    const { capabilities } = await client.initialize();
    expect(capabilities).toMatchObject({ positionEncoding: 'utf-16', hoverProvider: true, renameProvider: true });
    const uri = client.file('main.bcasm');
    await client.open(uri, TEXT);
    expect(await client.diagnostics(uri, () => true)).toEqual([]);
    await client.change(uri, 'LOAD_CONTS', {
      start: { line: 6, character: 8 },
      end: { line: 6, character: 18 },
    });
    expect(await client.diagnostics(uri, codes => codes.length > 0)).toEqual(['BC102']);
    await client.close(uri);
    await client.diagnostics(uri, codes => codes.length === 0);
    expect(await client.stop()).toBe(0);
  });

  test('a burst of edits is answered for the last text', async () => {
    await client.initialize();
    const uri = client.file('main.bcasm');
    await client.open(uri, '');
    for (let edit = 0; edit < 200; edit++) await client.change(uri, `FROB${edit} ; ${'x'.repeat(edit)}`);
    await client.change(uri, 'HALT\nFROB\nFROB');
    await client.diagnostics(uri, codes => codes.filter(code => code === 'BC102').length === 2);
    const hover = await client.connection.sendRequest(HoverRequest.type, at(uri, 0, 1));
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining('Ends the program') });
    expect(await client.stop()).toBe(0);
  });
});

describe('requests', () => {
  let uri: string;
  beforeEach(async () => {
    await client.initialize({
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        rename: { prepareSupport: true },
        completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
        definition: { linkSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    });
    uri = client.file('main.bcasm');
    await client.open(uri, TEXT);
  });

  test('hover', async () => {
    const hover = await client.connection.sendRequest(HoverRequest.type, at(uri, 3, 9));
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('MUL    a b -- r') });
  });

  test('completion and its resolution', async () => {
    const list = await client.connection.sendRequest(CompletionRequest.type, at(uri, 9, 0));
    const items = (Array.isArray(list) ? list : (list?.items ?? [])) as CompletionItem[];
    const print = items.find(({ label }) => label === 'PRINT') as CompletionItem;
    expect(print.textEdit).toMatchObject({ newText: 'PRINT', insert: {}, replace: {} });
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, print);
    expect(resolved.documentation).toMatchObject({ value: expect.stringContaining('Writes a value') });
  });

  test('signature help', async () => {
    const help = await client.connection.sendRequest(SignatureHelpRequest.type, at(uri, 7, 25));
    expect(help).toMatchObject({
      activeSignature: 1,
      signatures: [{ label: 'CALL_FUNC f n k…' }, { label: '.func double n' }],
    });
  });

  test('definition, references, highlight', async () => {
    const links = await client.connection.sendRequest(DefinitionRequest.type, at(uri, 7, 20));
    expect(links).toMatchObject([{ targetUri: uri, targetSelectionRange: { start: { line: 0, character: 6 } } }]);
    const references = await client.connection.sendRequest(ReferencesRequest.type, {
      ...at(uri, 0, 7),
      context: { includeDeclaration: true },
    });
    expect(references?.map(({ range }) => range.start.line)).toEqual([0, 7]);
    const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, at(uri, 0, 13));
    expect(highlights).toHaveLength(2);
  });

  test('rename, and a refusal that says why', async () => {
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, at(uri, 7, 20))).toMatchObject({
      placeholder: 'double',
    });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at(uri, 7, 20), newName: 'twice' });
    expect(edit?.changes?.[uri]).toHaveLength(2);
    const refused = client.connection.sendRequest(RenameRequest.type, { ...at(uri, 7, 20), newName: '2x' });
    await expect(refused).rejects.toThrow('`2x` is no name');
  });

  test('outline, folding, selection, tokens', async () => {
    const textDocument = { uri };
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols).toMatchObject([{ name: 'double', detail: 'n' }]);
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds).toEqual([{ startLine: 0, endLine: 4 }]);
    const positions = [{ line: 1, character: 18 }];
    const selections = await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions });
    expect(selections).toHaveLength(1);
    const all = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 14 } };
    const first = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    expect(first?.data).toEqual(all?.data.slice(0, 15));
  });

  test('inlay hints and code lenses, resolved when they are looked at', async () => {
    const textDocument = { uri };
    const range = { start: { line: 6, character: 0 }, end: { line: 7, character: 99 } };
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
    expect(hints?.map(({ label }) => label)).toEqual(['[int]', '(n)', '[any]']);
    const hint = await client.connection.sendRequest(InlayHintResolveRequest.type, (hints as InlayHint[])[0]);
    expect(hint.tooltip).toMatchObject({ value: expect.stringContaining('1 value') });
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    const resolved = await Promise.all(
      (lenses ?? []).map(lens => client.connection.sendRequest(CodeLensResolveRequest.type, lens)),
    );
    expect(resolved.map(({ command }) => command?.title)).toEqual(['1 reference', 'n -- result']);
  });

  test('values beside the code of a debugger that has stopped', async () => {
    const stoppedLocation = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const values = await client.connection.sendRequest(InlineValueRequest.type, {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      context: { frameId: 1, stoppedLocation },
    });
    expect(values).toHaveLength(4);
    expect(values?.at(-1)).toMatchObject({ expression: 'stack[0]' });
  });

  test('tokens since the last answer', async () => {
    const textDocument = { uri };
    const all = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    await client.change(uri, '', { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } });
    const previousResultId = all?.resultId as string;
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId,
    });
    expect(delta).toMatchObject({ edits: [{ deleteCount: 5, data: [] }] });
  });

  test('instructions by the values on the stack', async () => {
    const links = await client.connection.sendRequest(DefinitionRequest.type, at(uri, 3, 9));
    expect((links as LocationLink[]).map(({ targetRange }) => targetRange.start.line)).toEqual([1, 2]);
    const uses = await client.connection.sendRequest(ReferencesRequest.type, {
      ...at(uri, 6, 12),
      context: { includeDeclaration: true },
    });
    expect(uses?.map(({ range }) => range.start.line)).toEqual([7, 1]);
  });

  test('declaration, implementation, links and linked editing', async () => {
    const declared = await client.connection.sendRequest(DeclarationRequest.type, at(uri, 7, 20));
    expect(declared).toMatchObject({ uri, range: { start: { line: 0 } } });
    const implementations = await client.connection.sendRequest(ImplementationRequest.type, at(uri, 7, 20));
    expect(implementations).toMatchObject([{ range: { start: { line: 0 } } }]);
    expect(await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } })).toEqual([]);
    await client.change(uri, 'a: JUMP a');
    const linked = await client.connection.sendRequest(LinkedEditingRangeRequest.type, at(uri, 0, 8));
    expect(linked?.ranges).toHaveLength(2);
  });

  test('hierarchies of calls and of classes', async () => {
    const calls = await client.connection.sendRequest(CallHierarchyPrepareRequest.type, at(uri, 7, 20));
    const item = (calls as CallHierarchyItem[])[0];
    expect(await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item })).toMatchObject([
      { from: { name: '<main>' } },
    ]);
    expect(await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item })).toEqual([]);
    await client.change(uri, '.class A\n.end\n.class B\n.end\nMAKE_CLASS A 0\nMAKE_CLASS B 1\nPOP_TOP');
    const classes = await client.connection.sendRequest(TypeHierarchyPrepareRequest.type, at(uri, 0, 7));
    const [above] = classes as TypeHierarchyItem[];
    const below = await client.connection.sendRequest(TypeHierarchySubtypesRequest.type, { item: above });
    expect(below).toMatchObject([{ name: 'B' }]);
    const [derived] = below as TypeHierarchyItem[];
    expect(await client.connection.sendRequest(TypeHierarchySupertypesRequest.type, { item: derived })).toMatchObject([
      { name: 'A' },
    ]);
  });

  test('quick fixes and formatting', async () => {
    await client.change(uri, 'load_conts   1\nprint\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    expect(actions).toMatchObject([{ isPreferred: true, edit: { changes: { [uri]: [{ newText: 'LOAD_CONST' }] } } }]);
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options: { tabSize: 8, insertSpaces: true },
    });
    expect(edits).toMatchObject([{ newText: '        PRINT' }]);
    const options = { tabSize: 8, insertSpaces: true };
    const inRange = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument: { uri },
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
      options,
    });
    expect(inRange).toEqual(edits);
    const onType = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      ...at(uri, 2, 0),
      ch: '\n',
      options,
    });
    expect(onType).toEqual(edits);
  });

  test('files that are not open are read from the disk', async () => {
    const other = client.file('other.bcasm', 'a: JUMP a\n');
    const found = await client.connection.sendRequest(DefinitionRequest.type, at(other, 0, 8));
    expect(found).toMatchObject([{ targetUri: other }]);
    const gone = client.file('gone.bcasm');
    expect(await client.connection.sendRequest(HoverRequest.type, at(gone, 0, 0))).toBeNull();
  });

  test('an untitled file works like any other', async () => {
    await client.open('untitled:Untitled-1', 'a: JUMP a');
    const found = await client.connection.sendRequest(DefinitionRequest.type, at('untitled:Untitled-1', 0, 8));
    expect(found).toMatchObject([{ targetUri: 'untitled:Untitled-1' }]);
  });
});

describe('several files', () => {
  test('an unsaved import changes its importers, and renames reach files that are not open', async () => {
    await client.initialize();
    const library = client.file('library ä.bcasm', '.func f\n        LOAD_CONST 1\n        RETURN_VALUE\n.end\n');
    const main = client.file('main.bcasm', '.import "library ä.bcasm"\n        CALL_FUNC f 0\n        PRINT\n');
    const text = '.import "library ä.bcasm"\n        CALL_FUNC f 0\n        PRINT\n';
    await client.open(main, text);
    await client.diagnostics(main, codes => codes.length === 0);
    await client.open(library, '.func g\n        LOAD_CONST 1\n        RETURN_VALUE\n.end\n');
    await client.diagnostics(main, codes => codes.includes('BC107'));
    await client.change(library, '.func f\n        LOAD_CONST 1\n        RETURN_VALUE\n.end\n');
    await client.diagnostics(main, codes => codes.length === 0);
    await client.close(main);
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at(library, 0, 6), newName: 'one' });
    expect(Object.keys(edit?.changes ?? {}).toSorted()).toEqual([library, main].toSorted());
    const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'f' });
    expect(symbols?.map(({ name, location }) => [name, (location as Location).uri])).toEqual([['f', library]]);
  });
});

describe('what a file is said to lack, when another has it', () => {
  const LIBRARY = [
    '.func used\n        LOAD_VAR shared\n        RETURN_VALUE\n.end',
    '.func unused\n        LOAD_CONST 1\n        RETURN_VALUE\n.end',
    '        LOAD_CONST 1\n        PRINT\n',
  ].join('\n');
  const MAIN =
    '.import "library.bcasm"\n        LOAD_CONST 1\n        STORE_VAR shared\n        CALL_FUNC used 0\n        PRINT\n';

  test('is told as long as it is so in every program', async () => {
    await client.initialize();
    const library = client.file('library.bcasm', LIBRARY);
    await client.open(library, LIBRARY);
    await client.diagnostics(library, codes => codes.join() === 'BC212,BC209,BC212');
    const main = client.file('main.bcasm');
    await client.open(main, MAIN);
    await client.diagnostics(library, codes => codes.join() === 'BC212');
    await client.change(main, '.import "library.bcasm"\n        CALL_FUNC used 0\n        PRINT\n');
    await client.diagnostics(library, codes => codes.join() === 'BC209,BC212');
  });

  test('is nothing to be mended', async () => {
    await client.initialize();
    client.file('main.bcasm', MAIN);
    const uri = client.file('library.bcasm', LIBRARY);
    await client.open(uri, LIBRARY);
    await client.diagnostics(uri, codes => codes.join() === 'BC212');
    const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const titles = found?.map(({ title }) => title) ?? [];
    expect(titles.filter(title => title.includes('`unused`') || title.includes('unused function'))).not.toEqual([]);
    expect(titles.filter(title => title.includes('`used`') || title.includes('Fix all'))).toEqual([]);
  });
});

describe('clients differ', () => {
  test('one that asks for diagnostics is not sent any', async () => {
    await client.initialize({ textDocument: { diagnostic: {} } });
    const uri = client.file('main.bcasm');
    await client.open(uri, 'FROB');
    const textDocument = { uri };
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    expect(report).toMatchObject({ kind: 'full', items: [{ code: 'BC102', source: 'bcasm' }] });
    const previousResultId = 'resultId' in report ? report.resultId : undefined;
    const again = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      previousResultId,
    });
    expect(again).toEqual({ kind: 'unchanged', resultId: previousResultId });
    expect(client.publishedCount(uri)).toBe(0);
  });

  test('one that asks for diagnostics is told when an import has changed them', async () => {
    const refreshed = new Promise<void>(resolve => {
      client.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
    });
    await client.initialize({ textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } });
    const main = client.file('main.bcasm');
    await client.open(main, '.import "library.bcasm"\nCALL_FUNC f 0');
    const textDocument = { uri: main };
    await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    await client.open(client.file('library.bcasm'), '.func f\n.end');
    await refreshed;
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    expect(report).toMatchObject({ items: expect.not.arrayContaining([expect.objectContaining({ code: 'BC107' })]) });
  });

  test('one that watches files for the server', async () => {
    const registered = new Promise<unknown>(resolve => {
      client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => resolve(registrations[0].method));
    });
    await client.initialize({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    expect(await registered).toBe('workspace/didChangeWatchedFiles');
    const main = client.file('main.bcasm');
    await client.open(main, '.import "library.bcasm"\nCALL_FUNC f 0');
    await client.diagnostics(main, codes => codes.includes('BC119'));
    const library = client.file('library.bcasm', '.func f\nLOAD_CONST 1\nRETURN_VALUE\n.end');
    const changes = [{ uri: library, type: FileChangeType.Created }];
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
    await client.diagnostics(main, codes => !codes.includes('BC119'));
  });

  test('one that counts bytes', async () => {
    const { capabilities } = await client.initialize({ general: { positionEncodings: ['utf-8'] } });
    expect(capabilities.positionEncoding).toBe('utf-8');
    const uri = client.file('main.bcasm');
    await client.open(uri, 'LOAD_CONST "ä" ; b\na: JUMP a');
    await client.change(uri, '😀', { start: { line: 0, character: 12 }, end: { line: 0, character: 14 } });
    await client.change(uri, 'POP_TOP', { start: { line: 0, character: 18 }, end: { line: 0, character: 21 } });
    const hover = await client.connection.sendRequest(HoverRequest.type, at(uri, 0, 13));
    expect(hover).toMatchObject({
      contents: { kind: 'plaintext', value: 'str of 1 character' },
      range: { start: { line: 0, character: 11 }, end: { line: 0, character: 17 } },
    });
  });
});

function at(uri: string, line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}
