import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from './workbench.ts';

/** A fast typist. VS Code asks for no completions while keys arrive faster than anybody types. */
const KEY_INTERVAL_MS = 60;

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open('test/fixtures/vscode');
});

afterAll(() => workbench.close());

afterEach(({ task }) => workbench.pictureOfFailure(task));

describe('editing a program', () => {
  test('instructions and names have colours of their own', async () => {
    await workbench.openFile('factorial.bcasm');
    const colours = () =>
      Promise.all(
        ['LOAD_VAR', 'JUMP_IF_FALSE', 'PRINT', 'recurse', 'fact'].map(word =>
          workbench.word(word).evaluate(element => getComputedStyle(element).color),
        ),
      );
    // They come once the editor has gone through the text and the server has answered.
    await expect.poll(async () => new Set(await colours()).size, { timeout: 30_000 }).toBeGreaterThanOrEqual(4);
  });

  test('a misspelt label is underlined, explained and fixed', async () => {
    await workbench.openFile('misspelt.bcasm');
    await workbench.squiggle('error').waitFor();
    expect(await workbench.hover('agian')).toContain('did you mean');
    await workbench.picture('squiggle');

    await workbench.goToLine(3);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'again' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.squiggle('error').waitFor({ state: 'detached' });
    await workbench.run('File: Revert File');
    await workbench.squiggle('error').waitFor();
  });

  test('hovering an instruction shows its stack picture', async () => {
    await workbench.openFile('factorial.bcasm');
    // Lenses may still move the text away from under the pointer.
    await expect.poll(() => workbench.hover('SUB'), { timeout: 30_000 }).toContain('a b -- r');
    await workbench.picture('hover');
  });

  test('what is typed is completed', async () => {
    await workbench.openFile('empty.bcasm');
    await workbench.editor.click();
    await workbench.page.keyboard.type('        JUMP_IF_T', { delay: KEY_INTERVAL_MS });
    await workbench.suggestions.filter({ hasText: 'JUMP_IF_TRUE_OR_POP' }).first().waitFor();
    await workbench.picture('completion');
    await workbench.page.keyboard.press('Escape');
    await workbench.run('File: Revert File');
  });

  test('F12 goes to a label', async () => {
    await workbench.openFile('factorial.bcasm');
    await workbench.goToLine(6);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('F12');
    await workbench.cursorAt(9);
  });

  test('nothing was asked of the network', () => {
    expect(workbench.outsideRequests).toEqual([]);
  });
});
