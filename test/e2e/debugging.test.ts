import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from './workbench.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open('test/fixtures/vscode');
});

afterAll(() => workbench.close());

afterEach(async ({ task }) => {
  await workbench.pictureOfFailure(task);
  await workbench.endDebugging();
  await workbench.run('Remove All Breakpoints');
  await workbench.run('View: Close All Editors');
});

describe('F5 without launch.json', () => {
  test('stops at a breakpoint, shows the operand stack, steps, prints and ends', async () => {
    await workbench.openFile('factorial.bcasm');
    await workbench.toggleBreakpoint(15);
    await workbench.page.keyboard.press('F5');
    await workbench.stoppedAt(15);
    await workbench.expandScope('Locals');
    await workbench.expandScope('Operand Stack');
    await expect.poll(() => workbench.scope('Operand Stack')).toEqual(['2', '1']);
    await expect.poll(() => workbench.scope('Locals')).toEqual(['2']);
    await workbench.picture('breakpoint');

    await workbench.page.keyboard.press('F10');
    await workbench.stoppedAt(16);
    await expect.poll(() => workbench.scope('Operand Stack')).toEqual(['2']);

    await workbench.run('Remove All Breakpoints');
    await workbench.toolbarButton('continue').click();
    await workbench.debuggingEnded();
    await workbench.output('120').waitFor();
    await workbench.picture('output');
  });

  test('pauses an endless loop, and ends it', async () => {
    await workbench.openFile('endless.bcasm');
    await workbench.page.keyboard.press('F5');
    await workbench.pause();
    await workbench.expandScope('Globals');
    await expect.poll(async () => Number((await workbench.scope('Globals'))[0])).toBeGreaterThan(0);
    await workbench.toolbarButton('stop').click();
    await workbench.debuggingEnded();
  });

  test('stops where an error is not caught, and says which', async () => {
    await workbench.openFile('division.bcasm');
    await workbench.page.keyboard.press('F5');
    await workbench.stoppedAt(5);
    await workbench.exception.waitFor();
    expect(await workbench.exception.innerText()).toContain('ZeroDivisionError');
    await workbench.output('before').waitFor();
    await workbench.picture('exception');
  });

  test('says why a program cannot be started, and leads to the error', async () => {
    await workbench.openFile('misspelt.bcasm');
    await workbench.squiggle('error').waitFor();
    await workbench.page.keyboard.press('F5');
    await workbench.dialog.waitFor();
    expect(await workbench.dialog.innerText()).toContain('misspelt.bcasm:3:14');
    await workbench.picture('refused');
    await workbench.dialog.getByRole('button', { name: 'Show Problems' }).click();
    await workbench.problems.filter({ hasText: 'agian' }).waitFor();
    await workbench.cursorAt(3);
  });
});

test('the run button runs the file', async () => {
  await workbench.openFile('greeting.bcasm');
  await workbench.titleButton('Run bcasm File').click();
  await workbench.output('hello from bcasm').waitFor();
  await workbench.debuggingEnded();
});
