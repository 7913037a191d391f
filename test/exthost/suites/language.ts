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

  test('the stack is shown behind each instruction, in the way that is set', async () => {
    const { document } = await open('factorial.bcasm');
    const hintsOf = async () => {
      const everywhere = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        everywhere,
      );
      return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    };
    await until('hints', async () => ((await hintsOf()).includes('[int, int]') ? true : undefined));
    const settings = vscode.workspace.getConfiguration('bcasm.inlayHints');
    await settings.update('stack', 'depth', vscode.ConfigurationTarget.Global);
    await until('other hints', async () => ((await hintsOf()).includes('[2]') ? true : undefined));
    await settings.update('stack', undefined, vscode.ConfigurationTarget.Global);
  });

  test('the definition of an instruction is what pushed its values', async () => {
    const { document } = await open('factorial.bcasm');
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      behind(document, '        SUB').translate(0, -1),
    );
    const lines = links.map(link => ('targetUri' in link ? link.targetRange : link.range).start.line);
    const call = behind(document, '        SUB').line;
    assert.deepEqual(lines, [call - 2, call - 1]);
  });

  test('lenses run the file and show who uses a function', async () => {
    const { document } = await open('factorial.bcasm');
    const lenses = await until('lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        20,
      );
      return found.length > 0 ? found : undefined;
    });
    const titles = lenses.map(({ command }) => command?.title);
    for (const title of ['▷ Run', 'Debug', '2 references']) assert.ok(titles.includes(title), titles.join(', '));
    const references = lenses.find(({ command }) => command?.title === '2 references')?.command;
    await vscode.commands.executeCommand(references?.command ?? '', ...(references?.arguments ?? []));
  });

  test('selected instructions become a function', async () => {
    const { document } = await open('factorial.bcasm');
    const call = behind(document, '        SUB');
    const selection = new vscode.Range(call.line - 2, 0, call.line + 1, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      vscode.CodeActionKind.RefactorExtract.value,
    );
    const extract = actions.find(({ title }) => title === 'Extract into a function');
    assert.ok(extract?.edit, 'no refactoring');
    await vscode.workspace.applyEdit(extract.edit);
    assert.match(document.getText(), /CALL_FUNC extracted 1[^]*\.func extracted n/);
    assert.equal(errors(document.uri).length, 0);
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
