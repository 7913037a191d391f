import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { ask, at, closeEverything, everythingIn, open, places } from './workspace.ts';

/** In `tour.bcasm`, which imports `shapes.bcasm`. */
suite('finding one’s way in a program', () => {
  teardown(closeEverything);

  test('hovers tell of instructions, names, numbers, labels and functions', async () => {
    const { document } = await open('tour.bcasm');
    assert.match(await hoverAt(at(document, 'ADD')), /sum.*← line 14, twice\(…\).*← line 16 → /);
    assert.match(await hoverAt(at(document, 'STORE_ATTR')), /square ← line 38, 3:int ← line 39/);
    assert.match(await hoverAt(at(document, 'sum\n')), /local variable sum[^]*Assigned on lines 10, 18/);
    assert.match(await hoverAt(at(document, '0x10')), /16 {2}0x10 {2}0o20 {2}0b10000/);
    assert.match(await hoverAt(at(document, 'again:')), /One jump comes here, from line 23/);
    assert.match(await hoverAt(at(document, 'sum_up')), /The sum of twice each number up to n/);
    assert.match(await hoverAt(at(document, 'twice', 2)), /Twice a number/);
  });

  test('definitions and references follow names, and values along the stack', async () => {
    const { document } = await open('tour.bcasm');
    assert.deepEqual(await targets('Definition', at(document, 'twice 1')), ['shapes.bcasm 20']);
    assert.deepEqual(await targets('Declaration', at(document, 'sum_up 1')), ['tour.bcasm 8']);
    assert.deepEqual(await targets('Definition', at(document, 'STORE_VAR sum', 2)), ['tour.bcasm 17']);
    // What a call in another file took, and what ended it.
    assert.deepEqual(await targets('Definition', at(document, 'ADD')), [
      'shapes.bcasm 24',
      'tour.bcasm 14',
      'tour.bcasm 16',
    ]);
    assert.deepEqual(await targets('Reference', at(document, 'LOAD_CONST 1\n')), ['tour.bcasm 21']);
    assert.deepEqual(await targets('Implementation', at(document, 'area 0')), ['shapes.bcasm 10', 'shapes.bcasm 3']);
  });

  test('writes of a variable are highlighted otherwise than reads', async () => {
    const { document } = await open('tour.bcasm');
    const highlights = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      at(document, 'sum\n'),
    );
    const shown = highlights.map(
      ({ range, kind }) => `${range.start.line + 1} ${kind === vscode.DocumentHighlightKind.Write ? 'write' : 'read'}`,
    );
    assert.deepEqual(shown.toSorted(), ['10 write', '14 read', '18 write', '25 read']);
  });

  test('calls have a hierarchy', async () => {
    const { document } = await open('tour.bcasm');
    const [item] = await ask<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      at(document, 'sum_up'),
    );
    const callers = await ask<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    assert.deepEqual(
      callers.map(({ from }) => from.name),
      ['<main>'],
    );
    const callees = await ask<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item);
    assert.deepEqual(
      callees.map(({ to }) => `${to.name} of ${fileName(to.uri)}`),
      ['twice of shapes.bcasm'],
    );
  });

  test('classes have a hierarchy', async () => {
    const { document } = await open('tour.bcasm');
    const [square] = await ask<vscode.TypeHierarchyItem[]>(
      'vscode.prepareTypeHierarchy',
      document.uri,
      at(document, 'Square 1'),
    );
    const bases = await ask<vscode.TypeHierarchyItem[]>('vscode.provideSupertypes', square);
    assert.deepEqual(
      bases.map(({ name }) => name),
      ['Shape'],
    );
    const derived = await ask<vscode.TypeHierarchyItem[]>('vscode.provideSubtypes', bases[0]);
    assert.deepEqual(
      derived.map(({ name }) => name),
      ['Square'],
    );
  });

  test('a name is found in the whole workspace', async () => {
    const found = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Squa');
    assert.deepEqual(
      found.map(({ name, location }) => `${name} of ${fileName(location.uri)}`),
      ['Square of shapes.bcasm'],
    );
  });

  test('the path of an import is a link', async () => {
    const { document } = await open('tour.bcasm');
    const [link] = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.deepEqual(places(document, [link.range]), ['1: shapes.bcasm']);
    assert.equal(fileName(link.target), 'shapes.bcasm');
  });

  test('a selection grows from operand to line, label and function', async () => {
    const { document } = await open('tour.bcasm');
    const [smallest] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      at(document, 'twice 1'),
    ]);
    const lines: string[] = [];
    for (let range: vscode.SelectionRange | undefined = smallest; range !== undefined; range = range.parent) {
      lines.push(`${range.range.start.line + 1}-${range.range.end.line + 1}`);
    }
    const block = '11-23';
    const functionLines = '8-27';
    assert.deepEqual([...new Set(lines)].slice(0, 3), ['16-16', block, functionLines]);
  });

  test('functions, regions and what stands under a label fold', async () => {
    const { document } = await open('tour.bcasm');
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const shown = folds.map(({ start, end }) => `${start + 1}-${end + 1}`);
    for (const expected of ['6-28', '8-26', '11-23']) assert.ok(shown.includes(expected), shown.join(' '));
  });

  test('words have meanings, with colours to go by', async () => {
    const { document } = await open('tour.bcasm');
    const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const { data } = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const looks = tokenLooks(document, data, legend);
    for (const expected of [
      'ROUNDS variable readonly declaration',
      'sum_up function declaration',
      'n parameter declaration',
      'sum variable modification',
      'again label declaration',
      'Shape class',
    ]) {
      assert.ok(looks.has(expected), [...looks].join(', '));
    }
    const ofRange = await ask<vscode.SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      document.uri,
      new vscode.Range(0, 0, 4, 0),
    );
    assert.ok(ofRange.data.length > 0 && ofRange.data.length < data.length);
  });

  test('lines have hints of what is on the stack, where jumps go and what arguments become', async () => {
    const { document } = await open('tour.bcasm');
    const hints = await ask<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      everythingIn(document),
    );
    const shown = hints.map(
      ({ position, label }) =>
        `${position.line + 1} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`,
    );
    for (const expected of ['16 (n)', '13 ↓', '23 ↑', '9 [int]', '31 (n)']) {
      assert.ok(shown.includes(expected), shown.join(', '));
    }
  });

  test('a function says above itself what it does to the stack', async () => {
    const { document } = await open('shapes.bcasm');
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some(title => title.startsWith('n --')),
      titles.join(', '),
    );
  });

  async function hoverAt(position: vscode.Position): Promise<string> {
    const { uri } = activeDocument();
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    return hovers
      .flatMap(({ contents }) => contents.map(part => (typeof part === 'string' ? part : part.value)))
      .join('\n');
  }

  /** `file line` of each answer, sorted. */
  async function targets(
    kind: 'Definition' | 'Declaration' | 'Reference' | 'Implementation',
    position: vscode.Position,
  ): Promise<string[]> {
    const links = await ask<(vscode.Location | vscode.LocationLink)[]>(
      `vscode.execute${kind}Provider`,
      activeDocument().uri,
      position,
    );
    return links
      .map(link =>
        'targetUri' in link
          ? `${fileName(link.targetUri)} ${link.targetRange.start.line + 1}`
          : `${fileName(link.uri)} ${link.range.start.line + 1}`,
      )
      .toSorted();
  }
});

function activeDocument(): vscode.TextDocument {
  const { document } = vscode.window.activeTextEditor ?? {};
  assert.ok(document, 'no file is open');
  return document;
}

function fileName(uri: vscode.Uri | undefined): string {
  return path.posix.basename(uri?.path ?? '');
}

/** `text type modifiers` of every token. */
function tokenLooks(
  document: vscode.TextDocument,
  data: Uint32Array,
  { tokenTypes, tokenModifiers }: vscode.SemanticTokensLegend,
): Set<string> {
  const looks = new Set<string>();
  let place = new vscode.Position(0, 0);
  for (let index = 0; index < data.length; index += 5) {
    const [lineDelta, characterDelta, length, type, modifiers] = data.subarray(index, index + 5);
    place =
      lineDelta > 0 ? new vscode.Position(place.line + lineDelta, characterDelta) : place.translate(0, characterDelta);
    const names = tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    const text = document.getText(new vscode.Range(place, place.translate(0, length)));
    looks.add([text, tokenTypes[type], ...names].join(' '));
  }
  return looks;
}
