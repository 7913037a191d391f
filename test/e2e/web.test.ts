import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { EditorParts } from './editor-parts.ts';
import { Workbench } from './workbench.ts';

/** The extension runs in the browser, as on vscode.dev: in a web worker, without Node and without a disk. */
const IN_THE_BROWSER = { 'remote.extensionKind': { 'bcasm.bcasm': ['web'] } };

let workbench: Workbench;
let parts: EditorParts;

beforeAll(async () => {
  workbench = await Workbench.open('test/fixtures/vscode', { ...IN_THE_BROWSER, 'editor.hover.delay': 100 });
  parts = new EditorParts(workbench.page, workbench.editor);
});

afterAll(() => workbench.close());

afterEach(async ({ task }) => {
  await workbench.pictureOfFailure(task);
  await workbench.discardChanges();
});

test('the language server is a web worker, and starts again when told to', async () => {
  const scripts: string[] = [];
  workbench.page.on('request', request => scripts.push(decodeURIComponent(request.url())));
  await workbench.openFile('misspelt.bcasm');
  await workbench.squiggle('error').first().waitFor();
  const starts = () => scripts.filter(url => url.includes('/dist/server.browser.js')).length;
  expect(starts()).toBe(1);
  await workbench.run('bcasm: Restart Language Server');
  await expect.poll(starts).toBe(2);
  await workbench.squiggle('error').first().waitFor();
  expect(await workbench.hover('JUMP')).toMatch(/Reference of JUMP/);
});

test('files that are not open are read through the file system of the workspace', async () => {
  await workbench.openFile('tour.bcasm');
  // The parameter of a function in a file that this one imports.
  await parts.line('CALL_FUNC twice 1(n)[any, any]').waitFor();
  expect(await workbench.squiggle('error').count()).toBe(0);
  await workbench.discardChanges();
  await workbench.openFile('shapes.bcasm');
  // From the file that imports this one.
  await parts.lens('1 reference').waitFor();
  await workbench.picture('in-a-browser');
});

test('nothing is offered that takes a process', async () => {
  await workbench.openFile('tour.bcasm');
  await parts.lens('1 reference').waitFor();
  expect(await parts.lens('Run').count()).toBe(0);
  expect(await workbench.titleButton('Run bcasm File').count()).toBe(0);
  expect(await workbench.titleButton('Debug bcasm File').count()).toBe(0);
});
