import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EditorParts } from './editor-parts.ts';
import { Workbench } from './workbench.ts';

const SETTINGS = {
  'debug.inlineValues': 'on',
  'editor.formatOnType': true,
  'editor.linkedEditing': true,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
};

let workbench: Workbench;
let parts: EditorParts;

beforeAll(async () => {
  workbench = await Workbench.open('test/fixtures/vscode', SETTINGS);
  parts = new EditorParts(workbench.page, workbench.editor);
});

afterAll(() => workbench.close());

afterEach(async ({ task }) => {
  await workbench.pictureOfFailure(task);
  await workbench.endDebugging();
  await workbench.page.keyboard.press('Escape');
  await workbench.discardChanges();
});

describe('reading a program', () => {
  test('beside the lines stands what is on the stack, above a function what it does to it', async () => {
    await workbench.openFile('tour.bcasm');
    await parts.line('CALL_FUNC twice 1(n)[any, any]').waitFor();
    await parts.line('JUMP again↑').waitFor();
    await parts.lens('1 reference').waitFor();
    await parts.lens('n -- ').waitFor();
    await parts.links.first().waitFor();
    await workbench.picture('hints');
  });

  test('an instruction leads to what pushed its values, across the call', async () => {
    await workbench.openFile('tour.bcasm');
    await workbench.goToText('tour.bcasm', '┆ADD');
    await workbench.run('Peek Definition');
    await expect.poll(() => parts.peekedPlaces.count()).toBeGreaterThanOrEqual(4);
    await workbench.picture('definition-of-add');
  });

  test('where a variable is written looks otherwise than where it is read', async () => {
    await workbench.openFile('tour.bcasm');
    // The editor asks when the cursor has moved, and not again: the cursor comes anew until it shows all of them at once.
    const places = async (): Promise<number[]> => {
      await workbench.goToText('tour.bcasm', '.func ┆sum_up');
      await workbench.goToText('tour.bcasm', 'STORE_VAR ┆sum');
      const read = parts.highlights('read');
      await read
        .nth(1)
        .waitFor({ timeout: 5_000 })
        .catch(() => undefined);
      return [await parts.highlights('write').count(), await read.count()];
    };
    await expect.poll(places).toEqual([2, 2]);
  });

  test('calls and classes are shown as trees', async () => {
    await workbench.openFile('tour.bcasm');
    await workbench.goToText('tour.bcasm', '.func ┆sum_up');
    await workbench.run('Peek Call Hierarchy');
    await parts.peekedPlaces.filter({ hasText: '<main>' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.goToText('tour.bcasm', 'MAKE_CLASS ┆Shape');
    await workbench.run('Peek Type Hierarchy');
    await parts.peekedPlaces.filter({ hasText: 'Square' }).waitFor();
  });

  test('functions are found in the file and in the workspace', async () => {
    await workbench.openFile('tour.bcasm');
    await workbench.page.keyboard.press('Control+Shift+O');
    await parts.quickPicks.filter({ hasText: 'sum_up' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+T');
    await workbench.page.keyboard.type('twic');
    await parts.quickPicks.filter({ hasText: 'twice' }).filter({ hasText: 'shapes.bcasm' }).first().waitFor();
  });

  test('functions fold, and a selection grows', async () => {
    await workbench.openFile('tour.bcasm');
    await workbench.goToText('tour.bcasm', 'CALL_FUNC ┆twice');
    const selected = async () => Number(/\((\d+) selected\)/.exec(await parts.selection.innerText())?.[1] ?? 0);
    let before = 0;
    for (const least of ['twice'.length, 'CALL_FUNC twice 1'.length, '        CALL_FUNC twice 1'.length, 100]) {
      await workbench.page.keyboard.press('Shift+Alt+ArrowRight');
      await expect.poll(selected).toBeGreaterThan(before);
      before = await selected();
      expect(before).toBeGreaterThanOrEqual(least);
    }
    await workbench.run('Fold All');
    await parts.foldedLines.first().waitFor();
    await workbench.run('Unfold All');
  });
});

describe('writing a program', () => {
  test('operands are told while they are typed', async () => {
    await workbench.openFile('tour.bcasm');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('        CALL_FUNC twice ', { delay: 30 });
    await workbench.page.keyboard.press('Escape');
    await workbench.run('Trigger Parameter Hints');
    await parts.signature.filter({ hasText: '.func twice n' }).waitFor();
    await workbench.picture('signature');
  });

  test('a name is changed in all its files', async () => {
    await workbench.openFile('tour.bcasm');
    await workbench.goToText('tour.bcasm', 'CALL_FUNC ┆twice');
    await workbench.page.keyboard.press('F2');
    await parts.renameInput.fill('double');
    await parts.renameInput.press('Enter');
    await parts.line('CALL_FUNC double 1').waitFor();
    await workbench.openFile('shapes.bcasm');
    await parts.line('.func double n').waitFor();
  });

  test('a label changes at both its places while it is typed', async () => {
    await workbench.openFile('misspelt.bcasm');
    await workbench.goToText('misspelt.bcasm', 'JUMP_IF_TRUE done┆');
    await expect.poll(() => parts.linkedPlaces.count()).toBe(2);
    await workbench.page.keyboard.type('x', { delay: 30 });
    await parts.line(/donex:\s*HALT/).waitFor();
  });

  test('a line is put in its columns when it ends', async () => {
    await workbench.openFile('empty.bcasm');
    await workbench.editor.click();
    await workbench.page.keyboard.type('load_const 1', { delay: 30 });
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Enter');
    await parts.line('LOAD_CONST 1').waitFor();
  });
});

describe('findings', () => {
  test('tell the path in the list of problems', async () => {
    await workbench.openFile('uneven.bcasm');
    await workbench.squiggle('warning').waitFor();
    await workbench.run('Problems: Focus on Problems View');
    await workbench.problems.filter({ hasText: 'reached with different numbers' }).waitFor();
    await workbench.page.keyboard.press('End');
    await workbench.problems.filter({ hasText: 'comes from here with 1 value' }).waitFor();
    await workbench.picture('path');
    await workbench.run('View: Toggle Problems');
  });

  test('are as severe as is set, and silent where a comment says so', async () => {
    await workbench.openFile('uneven.bcasm');
    await workbench.squiggle('warning').waitFor();
    await workbench.writeSettings({ 'bcasm.diagnostics': { BC206: 'error' } });
    await workbench.openFile('uneven.bcasm');
    await workbench.squiggle('error').waitFor();
    await workbench.writeSettings({});
    await workbench.openFile('uneven.bcasm');
    await workbench.squiggle('warning').waitFor();
    await workbench.goToText('uneven.bcasm', 'LOAD_CONST 2┆');
    await workbench.page.keyboard.type(' ; bcasm: allow BC206', { delay: 10 });
    await workbench.squiggle('warning').waitFor({ state: 'detached' });
  });
});

test('while debugging, values stand beside what made them', async () => {
  await workbench.openFile('factorial.bcasm');
  await workbench.toggleBreakpoint(15);
  await workbench.page.keyboard.press('F5');
  await workbench.stoppedAt(15);
  await parts.line(/LOAD_VAR\sn.*stack\[0\]\s=\s2/).waitFor();
  await workbench.picture('inline-values');
  await workbench.run('Remove All Breakpoints');
});

test('a file that gets another name is still imported', async () => {
  await workbench.openFile('tour.bcasm');
  await workbench.renameFile('shapes.bcasm', 'forms.bcasm');
  await workbench.openFile('tour.bcasm');
  await parts.line('.import "forms.bcasm"').waitFor();
});
