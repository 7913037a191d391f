import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, at, behind, closeEverything, fileUri, open, until } from './workspace.ts';

const FORMATTING = { tabSize: 8, insertSpaces: true };

/** In `tour.bcasm`, which imports `shapes.bcasm`. */
suite('changing a program', () => {
  teardown(closeEverything);

  test('the operands of an instruction and the parameters of a function are told', async () => {
    const { document } = await open('tour.bcasm');
    const { signatures, activeSignature, activeParameter } = await ask<vscode.SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      behind(document, 'CALL_FUNC twice 1'),
    );
    assert.equal(signatures[activeSignature].label, '.func twice n');
    assert.equal(activeParameter, 0);
  });

  test('the same label at both its places is typed at once', async () => {
    const { document } = await open('tour.bcasm');
    const { ranges } = await ask<{ ranges: vscode.Range[] }>(
      '_executeLinkedEditingProvider',
      document.uri,
      at(document, 'again:'),
    );
    assert.equal(ranges.length, 2);
  });

  test('some lines are formatted, and a line when it ends', async () => {
    const { document } = await open('unformatted.bcasm');
    const ofRange = await ask<vscode.TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      document.lineAt(1).range,
      FORMATTING,
    );
    assert.deepEqual(linesOf(ofRange), [2]);
    const onType = await ask<vscode.TextEdit[]>(
      'vscode.executeFormatOnTypeProvider',
      document.uri,
      new vscode.Position(1, 0),
      '\n',
      FORMATTING,
    );
    assert.ok(linesOf(onType).includes(1));
  });

  test('a function is renamed in all files, and a name that is taken is refused', async () => {
    const { document } = await open('tour.bcasm');
    const place = at(document, 'twice 1');
    const { placeholder } = await ask<{ placeholder: string }>('vscode.prepareRename', document.uri, place);
    assert.equal(placeholder, 'twice');
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, place, 'double');
    assert.deepEqual(
      edit
        .entries()
        .map(([uri, edits]) => `${uri.path.split('/').at(-1)} ${edits.length}`)
        .toSorted(),
      ['shapes.bcasm 1', 'tour.bcasm 1'],
    );
    await assert.rejects(
      async () => vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, place, 'sum_up'),
      /sum_up/,
    );
  });

  test('a file that gets another name is still imported', async () => {
    const { document } = await open('tour.bcasm');
    const [from, to] = [fileUri('shapes.bcasm'), fileUri('forms.bcasm')];
    await rename(from, to);
    await until('the import to change', () => (document.lineAt(0).text === '.import "forms.bcasm"' ? true : undefined));
    await rename(to, from);
    await until('the import to change back', () =>
      document.lineAt(0).text === '.import "shapes.bcasm"' ? true : undefined,
    );
    await document.save();
  });

  test('what fits the values on the stack is offered first', async () => {
    const editor = await open('tour.bcasm');
    const { document } = editor;
    await editor.edit(edit =>
      edit.insert(new vscode.Position(document.lineCount, 0), '        LOAD_CONST "a"\n        '),
    );
    const { items } = await ask<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(document.lineCount - 1, 8),
    );
    const order = items
      .toSorted((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? '', 'en'))
      .map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(order.indexOf('PRINT') < order.indexOf('SUB'));
  });

  test('two paths that meet with different stacks are made even by a fix, and the finding goes', async () => {
    const { document } = await open('uneven.bcasm');
    const isUneven = () =>
      vscode.languages.getDiagnostics(document.uri).some(({ message }) => /different/.test(message));
    await until('the finding', () => (isUneven() ? true : undefined));
    const [fix] = await ask<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.lineAt(3).range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.ok(fix.edit, 'no quick fix');
    await vscode.workspace.applyEdit(fix.edit);
    await until('the finding to go', () => (isUneven() ? undefined : true));
  });
});

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function linesOf(edits: readonly vscode.TextEdit[]): number[] {
  return [...new Set(edits.map(({ range }) => range.start.line + 1))];
}
