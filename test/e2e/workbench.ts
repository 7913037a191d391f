import { expect } from 'vitest';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { RunnerTestCase } from 'vitest';
import { ROOT } from '../../scripts/setup/commands.mjs';
import { endUnless, startSession, type VsCodeSession } from '../support/vscode/session.ts';

const RESULTS = path.join(ROOT, 'test-results');
/** Milliseconds. No test is about time: a busy machine may take long, only what never comes shall fail. */
const WAIT_MS = 40_000;
/** After as many milliseconds something is tried again. */
const ATTEMPT_MS = 10_000;
/** So often it is tried. */
const MOST_ATTEMPTS = 5;
/** As long VS Code takes to let something appear. */
const FADING_MS = 500;

const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  // In a browser VS Code saves by itself: what a test types would still be there for the next one.
  'files.autoSave': 'off',
};

/** VS Code's window as a user works with it. Selectors of VS Code's page stand here, and nowhere in the tests. */
export class Workbench {
  readonly page: Page;
  private readonly session: VsCodeSession;

  private constructor(session: VsCodeSession) {
    this.session = session;
    this.page = session.page;
  }

  /** Opens a copy of a folder of the checkout in a VS Code that has the packaged extension installed. */
  static async open(folder: string, settings: Readonly<Record<string, unknown>> = {}): Promise<Workbench> {
    const session = await startSession({ folder, withExtension: true, settings: { ...SETTINGS, ...settings } });
    session.page.setDefaultTimeout(WAIT_MS);
    return endUnless(session.end, async () => {
      await session.page.goto(`${session.server.url}/?folder=${session.workspace}`, { waitUntil: 'commit' });
      await session.page.locator('.monaco-workbench .part.sidebar').waitFor();
      return new Workbench(session);
    });
  }

  close(): Promise<void> {
    return this.session.end();
  }

  get outsideRequests(): readonly string[] {
    return this.session.outsideRequests;
  }

  /** Saves a picture of the window into `test-results/`. */
  async picture(name: string): Promise<void> {
    mkdirSync(RESULTS, { recursive: true });
    const file = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`;
    await this.page.screenshot({ path: path.join(RESULTS, file) });
  }

  /**
   * Takes a picture of the README anew, where that is asked for: it is not the same to the last dot on every machine. Of the
   * window, or of the editor in it with what has popped up.
   */
  async pictureForDocs(name: string, part: 'window' | 'editor' = 'window'): Promise<void> {
    if (part === 'window') await this.page.mouse.move(0, 0);
    // What pops up fades in.
    await this.page.waitForTimeout(FADING_MS);
    await this.picture(name);
    if (process.env['UPDATE_IMAGES'] !== '1') return;
    const file = path.join(ROOT, 'docs/images', `${name}.png`);
    const shown = part === 'window' ? this.page : this.page.locator('.part.editor');
    await shown.screenshot({ path: file });
  }

  /** Saves a picture of the window as it is at the end of a test that has failed. */
  async pictureOfFailure({ name, result }: Readonly<RunnerTestCase>): Promise<void> {
    if (result?.state === 'fail') await this.picture(`failed ${name}`);
  }

  /** Runs a command of the command palette, by its full title. */
  async run(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    // What is still going on in the window may close the list again. Also called where nothing may be polled.
    const isChosen = async (): Promise<boolean> => {
      await this.page.keyboard.press('F1');
      return succeeds(async () => {
        await input.fill(`>${title}`, { timeout: ATTEMPT_MS });
        await row.click({ timeout: ATTEMPT_MS });
      });
    };
    for (let attempt = 1; !(await isChosen()); attempt++) {
      if (attempt === MOST_ATTEMPTS) throw new Error(`nothing in the list of commands is called ${title}`);
    }
    await input.waitFor({ state: 'hidden' });
  }

  /** Opens a file of the workspace and waits for its text. */
  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    // A window that has just come up may miss the keys, look for the file before it can find any, or close the list again.
    const isOpen = async (): Promise<boolean> => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+P');
      const input = this.page.locator('.quick-input-widget input[type=text]');
      return succeeds(async () => {
        await input.fill(name, { timeout: ATTEMPT_MS });
        await row.click({ timeout: ATTEMPT_MS });
        await this.page.locator('.tab.active', { hasText: name }).waitFor({ timeout: ATTEMPT_MS });
      });
    };
    await expect.poll(isOpen, { timeout: 2 * WAIT_MS }).toBe(true);
    await this.editor.locator('.view-line').first().waitFor();
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance');
  }

  /** A word of the text, at its first place in the file. */
  word(text: string): Locator {
    return this.editor.locator('.view-line span span', { hasText: new RegExp(`^\\s*${text}\\s*$`) }).first();
  }

  squiggle(severity: 'error' | 'warning' | 'hint'): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** The text that pops up over a word, once the language server has answered anything: VS Code asks only once. */
  async hover(text: string): Promise<string> {
    return this.hoverAt(this.word(text));
  }

  /** The text that pops up over a piece of the text. */
  async hoverAt(place: Locator): Promise<string> {
    await this.page.mouse.move(0, 0);
    await place.hover();
    const popup = this.page.locator('.monaco-hover:visible .hover-contents').first();
    await popup.waitFor();
    return this.page.locator('.monaco-hover:visible').first().innerText();
  }

  /** The same, unless it is gone again after it has faded in: then nothing. */
  async hoverThatStays(place: Locator): Promise<string> {
    const text = await this.hoverAt(place);
    await this.page.waitForTimeout(FADING_MS);
    return (await this.page.locator('.monaco-hover:visible').count()) > 0 ? text : '';
  }

  /** The number (1-based) of the first line of a file that has this text. */
  async lineOf(name: string, text: string): Promise<number> {
    const content = await readFile(path.join(this.session.workspace, name), 'utf8');
    const index = content.split('\n').findIndex(line => line.includes(text));
    if (index < 0) throw new Error(`no line of ${name} has ${text}`);
    return index + 1;
  }

  /** Moves the cursor to the start of a line (1-based). */
  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget input[type=text]').fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.cursorAt(line);
  }

  /**
   * Moves the cursor to a place in a file that is open.
   *
   * @param marked the first text of a line that is meant, with `┆` where the cursor is to be
   */
  async goToText(name: string, marked: string): Promise<void> {
    const content = await readFile(path.join(this.session.workspace, name), 'utf8');
    const text = marked.replace('┆', '');
    const line = await this.lineOf(name, text);
    const column = content.split('\n')[line - 1].indexOf(text) + Math.max(0, marked.indexOf('┆')) + 1;
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget input[type=text]').fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Throws away what is not saved in any editor, and closes them. */
  async discardChanges(): Promise<void> {
    const dirty = this.page.locator('.tab.dirty').first();
    const isClean = async (): Promise<boolean> => {
      if (!(await dirty.isVisible())) return true;
      await dirty.click();
      await this.run('File: Revert File');
      return false;
    };
    await expect.poll(isClean, { timeout: 2 * WAIT_MS }).toBe(true);
    await this.run('View: Close All Editors');
  }

  /** Writes the settings of the workspace, as its folder has them in a file. */
  async writeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.openFile('settings.json');
    await this.editor.locator('.view-lines').click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(JSON.stringify(settings));
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  }

  /** Renames a file in the explorer, and agrees to what follows from it. */
  async renameFile(from: string, to: string): Promise<void> {
    await this.run('File: Focus on Files Explorer');
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: from }).click();
    await this.page.keyboard.press('F2');
    const input = this.page.locator('.explorer-folders-view .monaco-inputbox input');
    await input.fill(to);
    await this.page.keyboard.press('Enter');
    await this.dialog.getByRole('button', { name: 'OK' }).click();
  }

  /** Waits until the cursor is in a line (1-based), as the status bar says. */
  async cursorAt(line: number): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col`) }).waitFor();
  }

  /** The rows of the list of suggestions. */
  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** The dialog that everything else waits for. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** The rows of the Problems view. */
  get problems(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** Sets a breakpoint in a line (1-based). By keys: lenses that come late move the lines away under a mouse. */
  async toggleBreakpoint(line: number): Promise<void> {
    await this.goToLine(line);
    await this.page.keyboard.press('F9');
    await this.editor.locator('.codicon-debug-breakpoint').first().waitFor();
  }

  /** Waits until the debugger has stopped in a line (1-based). */
  async stoppedAt(line: number): Promise<void> {
    await this.toolbarButton('continue').waitFor();
    await this.cursorAt(line);
    await this.editor.locator('.debug-top-stack-frame-line, .debug-top-stack-frame-column').first().waitFor({
      state: 'attached',
    });
  }

  toolbarButton(action: 'continue' | 'pause' | 'step-over' | 'step-into' | 'step-out' | 'stop' | 'restart'): Locator {
    return this.page.locator(`.debug-toolbar .codicon-debug-${action}`);
  }

  /**
   * Clicks the pause button until the program stands. VS Code shows the button before it has asked for the threads, and drops a
   * click that comes so early.
   */
  async pause(): Promise<void> {
    await this.toolbarButton('pause').waitFor();
    const isPaused = async (): Promise<boolean> => {
      if (await this.toolbarButton('continue').isVisible()) return true;
      await this.toolbarButton('pause')
        .click({ timeout: 500 })
        .catch(() => {});
      return false;
    };
    await expect.poll(isPaused, { timeout: WAIT_MS, interval: 500 }).toBe(true);
  }

  /** Ends the session that is running, if there is one. */
  async endDebugging(): Promise<void> {
    if (await this.toolbarButton('stop').isVisible()) await this.toolbarButton('stop').click();
    await this.debuggingEnded();
  }

  async debuggingEnded(): Promise<void> {
    await this.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  }

  /** Closes a section of the side bar. */
  async collapseView(title: string): Promise<void> {
    const header = this.page.locator('.pane-header', { hasText: title });
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
    await this.page.locator('.pane-header[aria-expanded=false]', { hasText: title }).waitFor();
  }

  /** A row of the Variables view. */
  variable(text: string | RegExp): Locator {
    return this.page.locator('.debug-variables .monaco-list-row', { hasText: text }).first();
  }

  /**
   * Opens a scope of the Variables view, unless it is open. VS Code opens the first one by itself, but not always; and it draws
   * the view anew when the program stops, so that a click may meet a row that is just going away.
   */
  async expandScope(name: string): Promise<void> {
    const row = this.variable(name);
    await row.waitFor();
    const isOpen = async (): Promise<boolean> => {
      if ((await row.getAttribute('aria-expanded')) === 'true') return true;
      await row.locator('.monaco-tl-twistie').click();
      return false;
    };
    await expect.poll(isOpen, { timeout: WAIT_MS, interval: 500 }).toBe(true);
  }

  /** The values in an open scope of the Variables view, from top to bottom. */
  async scope(name: string): Promise<string[]> {
    const rows = await this.page.locator('.debug-variables .monaco-list-row').all();
    const shown = await Promise.all(
      rows.map(async row => ({
        isScope: (await row.getAttribute('aria-level')) === '1',
        name: await row.locator('.monaco-highlighted-label, .name').first().innerText(),
        value: await row.locator('.value').allInnerTexts(),
      })),
    );
    const start = shown.findIndex(row => row.isScope && row.name === name);
    const end = shown.findIndex((row, index) => index > start && row.isScope);
    return shown.slice(start + 1, end === -1 ? undefined : end).flatMap(row => row.value);
  }

  /** Closes what is below the editor, unless it is closed: only then there is a command for that. */
  async hidePanel(): Promise<void> {
    const panel = this.page.locator('.part.panel');
    if (await panel.isVisible()) await this.run('View: Hide Panel');
    await panel.waitFor({ state: 'hidden' });
  }

  /** A button at the right of the editor's tabs. */
  titleButton(title: string): Locator {
    return this.page.locator('.editor-actions').getByRole('button', { name: title });
  }

  /** Text in the Debug Console. */
  output(text: string): Locator {
    return this.page.locator('.repl .monaco-list-row', { hasText: text }).first();
  }

  /** The box under the line in which an uncaught error has stopped the program. */
  get exception(): Locator {
    return this.page.locator('.exception-widget');
  }
}

/** Whether something happens, within the time that it gives itself. */
async function succeeds(attempt: () => Promise<unknown>): Promise<boolean> {
  return attempt().then(
    () => true,
    () => false,
  );
}
