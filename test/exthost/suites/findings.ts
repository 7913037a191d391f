import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, open, places, until } from './workspace.ts';

/** In `uneven.bcasm`, where two paths meet with different stacks, and something is never reached. */
suite('findings', () => {
  teardown(async () => {
    await setSeverities(undefined);
    await closeEverything();
  });

  test('tell the paths, and fade what is of no use', async () => {
    const { document } = await open('uneven.bcasm');
    const found = await findings(document, 3);
    assert.deepEqual(
      found.map(({ code, range }) => `${codeOf(code)} ${places(document, [range]).join('')}`),
      ['BC206 4: short', 'BC208 7: NOP\nunused: HALT', 'BC211 8: unused'],
    );
    assert.deepEqual(
      found[0].relatedInformation?.map(({ location, message }) => `${location.range.start.line + 1} ${message}`),
      ['2 comes from here with 0 values', '3 comes from here with 1 value'],
    );
    assert.deepEqual(found[1].tags, [vscode.DiagnosticTag.Unnecessary]);
    assert.ok(typeof found[0].code === 'object', 'a code with a link to its explanation');
  });

  test('are as severe as is set, at once', async () => {
    const { document } = await open('uneven.bcasm');
    await findings(document, 3);
    await setSeverities({ BC206: 'error', unused: 'warning', BC208: 'allow' });
    const [first] = await findings(document, 2);
    assert.equal(first.severity, vscode.DiagnosticSeverity.Error);
  });

  test('are left out where a comment allows them', async () => {
    const editor = await open('uneven.bcasm');
    const { document } = editor;
    await findings(document, 3);
    await editor.edit(edit => edit.insert(document.lineAt(3).range.end, '  ; bcasm: allow BC206'));
    await findings(document, 2);
  });
});

/** What is said of a file, in text order, once it is as much. */
async function findings(document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> {
  return until(`${count} findings`, () => {
    const found = vscode.languages.getDiagnostics(document.uri);
    return found.length === count ? found.toSorted((a, b) => a.range.start.compareTo(b.range.start)) : undefined;
  });
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

async function setSeverities(severities: Readonly<Record<string, string>> | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('bcasm').update('diagnostics', severities, vscode.ConfigurationTarget.Global);
}
