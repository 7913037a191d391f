import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EditorFolder, PROGRAM, documentedSetUp } from './set-up.ts';

/** Milliseconds. Kate has many libraries to read on a machine that has just started. */
const LIMIT_MS = 100_000;
const POLL_MS = 200;

/** Kate has a window and no language of its own: what it does with the server is seen in what they say to each other. */
describe('Kate as the documentation sets it up', () => {
  const folder = new EditorFolder();
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    writeSetUp(folder);
    const display = await startDisplay(started);
    const program = folder.write('main.bcasm', PROGRAM);
    started.push(
      spawn('dbus-run-session', ['--', 'kate', '--new', program], {
        cwd: folder.path,
        env: { ...folder.environment, ...directories(folder), DISPLAY: display, QT_QPA_PLATFORM: 'xcb' },
        stdio: 'ignore',
        detached: true,
      }),
    );
    await until(() => said(folder).includes('publishDiagnostics') && asked(folder).includes('semanticTokens'));
  }, LIMIT_MS + 20_000);
  afterAll(() => {
    // The groups, because each starts more: the last first, for Kate needs the display as long as it lives.
    for (const { pid } of started.toReversed()) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    folder.dispose();
  });

  test('starts the server for the files of its mode', () => {
    expect(asked(folder)).toMatch(/"method": *"textDocument\/didOpen"/);
    expect(asked(folder)).toMatch(/"languageId": *"bcasm"/);
  });
  test('is told what is wrong', () => expect(said(folder)).toContain('did you mean `HALT`?'));
  test('asks for the outline and for colours', () => {
    expect(asked(folder)).toContain('textDocument/documentSymbol');
    expect(said(folder)).toContain('"name":"double"');
  });
});

/** What a user writes into the settings of the LSP client, and the file that makes the mode. */
function writeSetUp(folder: EditorFolder): void {
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true });
    folder.write(name, text);
  };
  const server = join(folder.path, 'bcasm');
  write('config/kate/lspclient/settings.json', documentedSetUp('Kate'));
  write('share/org.kde.syntax-highlighting/syntax/bcasm.xml', documentedSetUp('Kate', 'xml'));
  // The answer to what Kate asks before it starts a server for the first time.
  write('config/katerc', `[lspclient]\nAllowedServerCommandLines=${server} lsp --stdio\n`);
  const plain = folder.read('bcasm').replace('exec ', '').trim();
  folder.write('bcasm', `${plain.replace('\n', '\ntee -a "$0.asked" | ')} | tee -a "$0.said"\n`);
  chmodSync(server, 0o755);
}

function directories({ path }: EditorFolder): NodeJS.ProcessEnv {
  const runtime = join(path, 'run');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  return { XDG_DATA_HOME: join(path, 'share'), XDG_CACHE_HOME: join(path, 'cache'), XDG_RUNTIME_DIR: runtime };
}

/** A screen that nobody sees; it says its number when it is ready. */
function startDisplay(started: ChildProcess[]): Promise<string> {
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1100x700x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  started.push(display);
  return new Promise((resolve, reject) => {
    display.stdout?.once('data', number => resolve(`:${String(number).trim()}`));
    display.once('exit', code => reject(new Error(`Xvfb ended with exit code ${code}`)));
  });
}

function asked(folder: EditorFolder): string {
  return existsSync(join(folder.path, 'bcasm.asked')) ? folder.read('bcasm.asked') : '';
}

function said(folder: EditorFolder): string {
  return existsSync(join(folder.path, 'bcasm.said')) ? folder.read('bcasm.said') : '';
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += POLL_MS) {
    if (waited > LIMIT_MS) throw new Error('Kate and the server have nothing to say to each other');
    await new Promise(resolve => {
      setTimeout(resolve, POLL_MS);
    });
  }
}
