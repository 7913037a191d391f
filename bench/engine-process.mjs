import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { programFile } from './programs.mjs';

/**
 * A process of an engine that has loaded a program and waits for sizes.
 *
 * Invariant: one question at a time; an answer is one line.
 */
export class EngineProcess {
  /**
   * Starts an engine, and waits until it has loaded the program.
   *
   * @param {import('./engines.mjs').Engine} engine
   * @param {import('./programs.mjs').Program} program
   */
  static async start(engine, program) {
    const process = new EngineProcess(engine, programFile(program, engine.extension));
    await process.nextLine();
    return process;
  }

  #child;
  #lines;
  #name;
  #errorText = '';

  /**
   * @param {import('./engines.mjs').Engine} engine
   * @param {string} file
   */
  constructor({ name, command: [executable, ...words] }, file) {
    this.#name = `${name}, ${file}`;
    this.#child = spawn(executable, [...words, file], { stdio: 'pipe' });
    this.#child.stderr.setEncoding('utf8').on('data', text => (this.#errorText += text));
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /**
   * @param {number} size
   * @returns {Promise<{ milliseconds: number, result: string }>}
   */
  async run(size) {
    this.#child.stdin.write(`${size}\n`);
    const line = await this.nextLine();
    const blank = line.indexOf(' ');
    return { milliseconds: Number(line.slice(0, blank)), result: line.slice(blank + 1) };
  }

  /** @returns {Promise<string>} */
  async nextLine() {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`${this.#name} has ended:\n${this.#errorText}`);
    return value;
  }

  /** Ends it; gives what it has written to standard error. */
  async close() {
    const { exitCode, signalCode } = this.#child;
    const hasEnded = exitCode !== null || signalCode !== null;
    this.#child.stdin.end();
    if (!hasEnded) await once(this.#child, 'close');
    return this.#errorText;
  }
}
