import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ROOT } from '../../../scripts/setup/commands.mjs';
import { ensureChromium } from '../../../scripts/setup/chromium.mjs';
import { ensureCodeServer } from '../../../scripts/vscode/install.mjs';
import { freePort, startCodeServer, type RunningCodeServer } from '../../../scripts/vscode/launch.mjs';

const WINDOW = { width: 1280, height: 800 };

/** A real VS Code in a browser, on a copy of a folder: whatever a test writes there is gone afterwards. */
export interface VsCodeSession {
  readonly server: RunningCodeServer;
  readonly page: Page;
  /** The folder that is open in VS Code. */
  readonly workspace: string;
  /** Addresses outside this machine that the page asked for; there should be none. */
  readonly outsideRequests: readonly string[];
  end(): Promise<void>;
}

export interface SessionOptions {
  /** The folder to open a copy of, from the top of the checkout. */
  readonly folder: string;
  /** Install the packaged extension first, as a user would. */
  readonly withExtension: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
  /** More options of code-server. */
  readonly options?: readonly string[];
}

/** Starts code-server and Chromium; the page is blank until somebody goes to the server's address. */
export async function startSession(options: SessionOptions): Promise<VsCodeSession> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bcasm-vscode-'));
  const workspace = path.join(directory, path.basename(options.folder));
  cpSync(path.join(ROOT, options.folder), workspace, { recursive: true });
  const server = await startCodeServer({
    installation: ensureCodeServer(),
    directory: path.join(directory, 'code-server'),
    port: await freePort(),
    vsix: options.withExtension ? vsixFile() : undefined,
    settings: { ...options.settings },
    env: options.env,
    options: options.options,
  });
  let browser: Browser | undefined;
  const end = async (): Promise<void> => {
    await browser?.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  return endUnless(end, async () => {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: WINDOW });
    return { server, page, workspace, outsideRequests: watchRequests(page, server.url), end };
  });
}

/** What is started, or everything ended where that fails: else the processes would outlive the tests. */
export async function endUnless<T>(end: () => Promise<void>, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    await end();
    throw error;
  }
}

/** What `npm run package` made. */
function vsixFile(): string {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return path.join(ROOT, `bcasm-${version}.vsix`);
}

function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    // Chromium's sandbox refuses to work for root, which is who tests run as in containers.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  });
}

function watchRequests(page: Page, serverUrl: string): string[] {
  const outside: string[] = [];
  const { host } = new URL(serverUrl);
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.host !== '' && url.host !== host) outside.push(request.url());
  });
  return outside;
}
