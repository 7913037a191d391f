import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Workbench } from './workbench.ts';

/** Nothing in the picture that isn't about the program. */
const UNCLUTTERED = {
  'breadcrumbs.enabled': false,
  'debug.console.collapseIdenticalLines': false,
  'editor.guides.indentation': false,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open('examples', UNCLUTTERED);
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
  await workbench.pictureForDocs('debugging');
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
