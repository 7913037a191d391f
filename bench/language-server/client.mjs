import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/node';

/** An editor that measures: one server on its standard input and output, and one open file. */
export class MeasuringClient {
  /**
   * @param {string} command
   * @param {readonly string[]} words
   * @param {{ uri: string, languageId: string }} file
   */
  constructor(command, words, file) {
    this.file = file;
    this.version = 0;
    /** @type {string[]} */
    this.lines = [];
    this.startTime = performance.now();
    this.child = spawn(command, words, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    /** @type {((published: { diagnostics: { message: string }[], version?: number }) => void) | undefined} */
    this.wake = undefined;
    this.connection.onNotification('textDocument/publishDiagnostics', published => this.wake?.(published));
    this.connection.listen();
  }

  /** @returns {Promise<number>} milliseconds from the start of the process to the answer */
  async initialize() {
    const { capabilities } = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: CAPABILITIES,
    });
    const time = performance.now() - this.startTime;
    this.capabilities = capabilities;
    await this.connection.sendNotification('initialized', {});
    return time;
  }

  /**
   * @param {string} text
   * @returns {Promise<number>} milliseconds from opening to the diagnostics
   */
  open(text) {
    this.version++;
    this.lines = text.split('\n');
    const { uri, languageId } = this.file;
    return this.untilDiagnostics(() =>
      this.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: this.version, text },
      }),
    );
  }

  /**
   * @param {{ line: number, character: number }} start
   * @param {{ line: number, character: number }} end
   * @param {string} text
   * @returns {Promise<number>} milliseconds from the edit to its diagnostics
   */
  edit(start, end, text) {
    this.version++;
    const change = this.takesWholeTexts() ? this.wholeText(start, end, text) : { range: { start, end }, text };
    return this.untilDiagnostics(() =>
      this.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: this.file.uri, version: this.version },
        contentChanges: [change],
      }),
    );
  }

  /** Whether the server cannot be told of a change alone. */
  takesWholeTexts() {
    const { textDocumentSync } = this.capabilities;
    return (typeof textDocumentSync === 'object' ? textDocumentSync.change : textDocumentSync) === FULL;
  }

  /**
   * @param {{ line: number, character: number }} start
   * @param {{ line: number, character: number }} end
   * @param {string} text
   */
  wholeText(start, end, text) {
    const { lines } = this;
    const changed = lines[start.line].slice(0, start.character) + text + (lines[end.line] ?? '').slice(end.character);
    lines.splice(start.line, end.line - start.line + 1, ...changed.split('\n'));
    return { text: lines.join('\n') };
  }

  /**
   * @param {string} method
   * @param {object} parameters besides the file
   * @returns {Promise<{ time: number, answer: unknown }>} milliseconds
   */
  async ask(method, parameters) {
    const start = performance.now();
    const answer = await this.connection.sendRequest(method, { textDocument: { uri: this.file.uri }, ...parameters });
    return { time: performance.now() - start, answer };
  }

  /** @returns {number} resident megabytes of the server now */
  memory() {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  }

  async stop() {
    const ended = new Promise(resolve => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  /**
   * @param {() => Promise<void>} act
   * @returns {Promise<number>}
   */
  async untilDiagnostics(act) {
    const wanted = this.version;
    /** @type {Promise<void>} */
    const published = new Promise(resolve => {
      this.wake = ({ version }) => {
        if (version === undefined || version === null || version >= wanted) resolve();
      };
    });
    const start = performance.now();
    await act();
    await published;
    return performance.now() - start;
  }
}

/** The kind of synchronisation in which every change sends the whole text. */
const FULL = 1;

/** What editors say of themselves that matters here: diagnostics are to be pushed, so that their time can be taken. */
const CAPABILITIES = {
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: ['function', 'variable', 'label', 'number', 'string', 'comment', 'keyword', 'macro', 'parameter'],
      tokenModifiers: ['declaration'],
      formats: ['relative'],
    },
    inlayHint: {},
  },
};
