import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, fileUri, open, until } from './workspace.ts';

suite('the language in the editor', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a .bcasm file is bcasm', async () => {
    const { document } = await open('factorial.bcasm');
    assert.equal(document.languageId, 'bcasm');
  });

  test('a misspelt label is an error, with a fix', async () => {
    const { document } = await open('misspelt.bcasm');
    const diagnostic = await until('an error', () => errors(document.uri).at(0));
    assert.equal(document.getText(diagnostic.range), 'agian');
    assert.match(diagnostic.message, /did you mean `again`/);

    const [fix] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.ok(fix?.edit, 'no quick fix');
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /JUMP again/);
    await until('the error to go', () => (errors(document.uri).length === 0 ? true : undefined));
  });

  test('hovering an instruction shows its stack picture', async () => {
    const { document } = await open('factorial.bcasm');
    const text = await until('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        behind(document, '        SUB').translate(0, -1),
      );
      const contents = hovers.flatMap(({ contents: parts }) => parts);
      return contents.length === 0 ? undefined : contents.map(markdown).join('\n');
    });
    assert.match(text, /a b -- r/);
  });

  test('mnemonics and labels are completed', async () => {
    const { document } = await open('factorial.bcasm');
    const labels = await until('completions', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        behind(document, 'JUMP_IF_FALSE '),
      );
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('recurse') ? found : undefined;
    });
    assert.ok(labels.includes('recurse'));
  });

  test('definition and references of a function', async () => {
    const { document } = await open('factorial.bcasm');
    const call = behind(document, 'CALL_FUNC fact', 2);
    const [definition] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      call,
    );
    const range =
      'targetUri' in definition ? (definition.targetSelectionRange ?? definition.targetRange) : definition.range;
    assert.equal(range.start.line, behind(document, '.func fact').line);

    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      call,
    );
    assert.equal(references.length, 3);
  });

  test('rename changes every place of a label, and no other name', async () => {
    const { document } = await open('factorial.bcasm');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      behind(document, 'JUMP_IF_FALSE recurse').translate(0, -2),
      'deeper',
    );
    const before = document.getText();
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), before.replaceAll('recurse', 'deeper'));
  });

  test('formatting puts everything in its column', async () => {
    const { document } = await open('unformatted.bcasm');
    const edits = await until('edits', async () => {
      const found = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 8, insertSpaces: true },
      );
      return found?.length ? found : undefined;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /^ {8}LOAD_CONST 1$/m);
  });

  test('the outline has the functions and labels', async () => {
    const symbols = await until('symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        fileUri('factorial.bcasm'),
      );
      return found?.length ? found : undefined;
    });
    const fact = symbols.find(({ name }) => name === 'fact');
    assert.ok(fact, `no symbol "fact" in ${symbols.map(({ name }) => name).join(', ')}`);
    assert.ok(fact.children.some(({ name }) => name === 'recurse'));
  });

  test('the server answers after a restart', async () => {
    const { document } = await open('misspelt.bcasm');
    await vscode.commands.executeCommand('bcasm.restartServer');
    await until('an error', () => errors(document.uri).at(0));
  });
});

function errors(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
}

function markdown(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
