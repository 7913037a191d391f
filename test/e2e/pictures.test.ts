import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EditorParts } from './editor-parts.ts';
import { Workbench } from './workbench.ts';

/** Nothing in the picture that isn't about the program. */
const UNCLUTTERED = {
  'breadcrumbs.enabled': false,
  'debug.console.collapseIdenticalLines': false,
  'editor.guides.indentation': false,
  'editor.hover.above': false,
  'editor.inlayHints.enabled': 'onUnlessPressed',
  'editor.stickyScroll.enabled': false,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

let workbench: Workbench;
let parts: EditorParts;

beforeAll(async () => {
  workbench = await Workbench.open('examples', UNCLUTTERED);
  parts = new EditorParts(workbench.page, workbench.editor);
});

afterAll(() => workbench.close());

afterEach(async ({ task }) => {
  await workbench.pictureOfFailure(task);
  await workbench.endDebugging();
  await workbench.run('Remove All Breakpoints');
  await workbench.run('View: Close All Editors');
});

test('the picture of the README: stopped in a loop, with the stack that its comments tell of', async () => {
  await workbench.openFile('factorial.bcasm');
  const line = await workbench.lineOf('factorial.bcasm', '; iterator product');
  await workbench.toggleBreakpoint(line);
  await workbench.page.keyboard.press('F5');
  await workbench.stoppedAt(line);
  for (const view of ['Watch', 'Loaded Scripts', 'Breakpoints']) await workbench.collapseView(view);
  await workbench.toolbarButton('continue').click();
  await workbench.expandScope('Locals');
  await workbench.expandScope('Operand Stack');
  await expect.poll(async () => (await workbench.scope('Operand Stack')).slice(1)).toEqual(['3', '2']);
  await workbench.output('120').waitFor();
  // While these keys are held, there are no hints.
  for (const key of ['Control', 'Alt']) await workbench.page.keyboard.down(key);
  await parts.line('MUL[').waitFor({ state: 'detached' });
  await workbench.pictureForDocs('debugging');
  for (const key of ['Alt', 'Control']) await workbench.page.keyboard.up(key);
});

test('an object is opened: its attributes, its class', async () => {
  await workbench.openFile('classes.bcasm');
  const line = await workbench.lineOf('classes.bcasm', '; a vector of the sums');
  await workbench.toggleBreakpoint(line);
  await workbench.page.keyboard.press('F5');
  await workbench.stoppedAt(line);
  await workbench.expandScope('Locals');
  await workbench.expandScope('self');
  await expect.poll(() => workbench.scope('Locals')).toContain('1');
  await workbench.expandScope('Operand Stack');
  await expect.poll(() => workbench.scope('Operand Stack')).toEqual(["<class '__main__.Vector'>", '4', '6']);
  await workbench.picture('object');
});

describe('the pictures of the README of the editor', () => {
  beforeAll(async () => {
    await workbench.page.setViewportSize({ width: 900, height: 620 });
    await workbench.run('View: Close Primary Side Bar');
    await workbench.hidePanel();
  });

  test('an instruction with the values that it takes, and hints of what is on the stack', async () => {
    await workbench.openFile('conditionals.bcasm');
    const line = await workbench.lineOf('conditionals.bcasm', '; "15 is "');
    await workbench.goToLine(line + 6);
    await parts.line('ADD[str]').waitFor();
    // Lenses that come late move the text away under the mouse, and what has popped up goes.
    await expect.poll(() => workbench.hoverThatStays(parts.mnemonic('ADD')), { timeout: 60_000 }).toContain('← line');
    await workbench.pictureForDocs('hover', 'editor');
  });

  test('what pushed the values of an instruction, beyond the call', async () => {
    await workbench.openFile('factorial.bcasm');
    await workbench.goToText('factorial.bcasm', '┆MUL');
    await parts.line('MUL[').waitFor();
    await workbench.run('Peek Definition');
    await expect.poll(() => parts.peekedPlaces.count()).toBeGreaterThanOrEqual(4);
    // Where the copy of the examples lies is nobody's business.
    await workbench.page.addStyleTag({ content: '.peekview-title .dirname { display: none; }' });
    await workbench.pictureForDocs('definition', 'editor');
  });
});
