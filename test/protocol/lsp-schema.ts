import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import * as protocol from 'vscode-languageserver-protocol/node';
import type { Message, MessageReader, MessageWriter } from 'vscode-languageserver-protocol/node';

/**
 * Checks what a server sends against the protocol's own declaration: the installed types of `vscode-languageserver-protocol`,
 * which are generated from the protocol's meta model. The compiler knows how to read them, so it is asked: each message becomes
 * a constant that must satisfy the type which its method has there. Properties that the protocol does not know count as wrong.
 */

/** Of messages that are built alike, as many are checked: a storm has thousands. */
const SAMPLES_OF_A_SHAPE = 4;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMPILER = join(ROOT, 'node_modules/typescript/bin/tsc');

interface Checked {
  /** What it is, for who reads that it is wrong. */
  readonly title: string;
  readonly type: string;
  readonly value: unknown;
}

/** All that a server says in the tests of a file. */
export class Traffic {
  private readonly samples = new Map<string, Checked[]>();
  private readonly wrong: string[] = [];

  /** Looks at the messages between a client and a server, without changing them. */
  watch(reader: MessageReader, writer: MessageWriter): void {
    const methods = new Map<unknown, string>();
    const listen = reader.listen.bind(reader);
    reader.listen = callback =>
      listen(message => {
        this.received(message, methods);
        callback(message);
      });
    const write = writer.write.bind(writer);
    writer.write = message => {
      if ('id' in message && 'method' in message) methods.set(message.id, String(message.method));
      return write(message);
    };
  }

  /** What is wrong with the messages, one sentence each; empty when all conform. */
  violations(): string[] {
    const messages = [...this.samples.values()].flat();
    return [...this.wrong, ...(messages.length === 0 ? [] : compile(messages))];
  }

  private received(message: Message, methods: ReadonlyMap<unknown, string>): void {
    const parts: Readonly<Record<string, unknown>> = { ...message };
    if (parts['jsonrpc'] !== '2.0') this.wrong.push(`jsonrpc is ${JSON.stringify(parts['jsonrpc'])}`);
    if (typeof parts['method'] === 'string') {
      this.add(parts['method'], parametersOf(parts['method']), parts['params']);
      return;
    }
    const method = methods.get(parts['id']);
    if (method === undefined) this.wrong.push(`an answer to no request: ${JSON.stringify(message)}`);
    else if ('error' in parts) this.add(`error of ${method}`, 'ErrorOnWire', parts['error']);
    else if (!('result' in parts)) this.wrong.push(`${method}: neither result nor error`);
    else this.add(`answer of ${method}`, `ResultOf<${typeOf(method)}>`, parts['result']);
  }

  private add(title: string, type: string, value: unknown): void {
    const shape = `${title} ${shapeOf(value)}`;
    const samples = this.samples.get(shape) ?? [];
    if (samples.length >= SAMPLES_OF_A_SHAPE) return;
    samples.push({ title, type, value });
    this.samples.set(shape, samples);
    const number = oddNumber(value);
    if (number !== undefined) this.wrong.push(`${title}: ${number} is no number of the protocol`);
  }
}

/** The requests of our own, to clients that have said that they answer them, name a file each. */
function parametersOf(method: string): string {
  return method.startsWith('bcasm/') ? '{ uri: string }' : `ParametersOf<${typeOf(method)}>`;
}

/** The type of a request or notification in the protocol's module; one that it does not have does not compile. */
function typeOf(method: string): string {
  if (method === '$/progress') return 'ProgressNotification';
  return `typeof lsp.${NAMES.get(method) ?? `unknown_${method.replaceAll(/\W/g, '_')}`}.type`;
}

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(protocol).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'type' in value && 'method' in value
      ? [[String(value.method), name] as const]
      : [],
  ),
);

/** Every number of the protocol is a whole one of 31 bits; below zero only the codes of errors are. */
function oddNumber(value: unknown, key = ''): number | undefined {
  if (typeof value === 'number') {
    const least = key === 'code' ? -(2 ** 31) : 0;
    return Number.isInteger(value) && value >= least && value < 2 ** 31 ? undefined : value;
  }
  if (typeof value !== 'object' || value === null || key === 'data') return undefined;
  for (const [name, part] of Object.entries(value)) {
    const found = oddNumber(part, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How a value is built: the same for values that differ in texts and numbers only. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const parts = Object.entries(value).map(([key, part]) => `${/^\w+$/.test(key) ? key : 'key'}:${shapeOf(part)}`);
  return `{${[...new Set(parts)].join()}}`;
}

/** What a method answers or tells, as its name in the module carries it; no answer is `null` on the wire. */
const PRELUDE = [
  "import type * as lsp from 'vscode-languageserver-protocol/node';",
  'type Parts<T extends { readonly _: unknown }> = NonNullable<T["_"]>;',
  'type OnWire<R> = [R] extends [void] ? null : R;',
  'type ResultOf<T extends { readonly _: unknown }> =',
  '  Parts<T> extends [infer P, infer R, infer E, infer M] ? OnWire<R> :',
  '  Parts<T> extends [infer R, infer E, infer M] ? OnWire<R> : never;',
  'type ParametersOf<T extends { readonly _: unknown }> =',
  '  Parts<T> extends [infer P, infer R, infer E, infer M] ? P : Parts<T> extends [infer P, infer M] ? P : undefined;',
  'type ErrorOnWire = { code: number; message: string; data?: lsp.LSPAny };',
  'type Work = lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressReport | lsp.WorkDoneProgressEnd;',
  'type Progress = { token: lsp.ProgressToken; value: Work | lsp.WorkspaceDiagnosticReportPartialResult };',
  'type ProgressNotification = { readonly _: [Progress, unknown] | undefined };',
];

/** Asks the compiler; a line of the file is a message. */
function compile(messages: readonly Checked[]): string[] {
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const directory = mkdtempSync(join(ROOT, 'out', 'messages-'));
  const file = join(directory, 'messages.ts');
  const lines = messages.map(({ type, value }) => `void (${JSON.stringify(value) ?? 'undefined'} satisfies ${type});`);
  writeFileSync(file, [...PRELUDE, ...lines].join('\n'));
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    '',
  ];
  try {
    execFileSync(process.execPath, [COMPILER, '--ignoreConfig', ...options, file], { cwd: ROOT, encoding: 'utf8' });
    return [];
  } catch (error) {
    return toldBy(error, messages);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function toldBy(error: unknown, messages: readonly Checked[]): string[] {
  const output =
    typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : String(error);
  const found = [...output.matchAll(/\((\d+),\d+\): error (.*(?:\n .*)*)/g)].map(([, line, reason]) => {
    const message = messages[Number(line) - 1 - PRELUDE.length];
    return `${message?.title ?? 'the file'}: ${reason}\n  in ${JSON.stringify(message?.value)?.slice(0, 1000) ?? ''}`;
  });
  return found.length === 0 ? [output] : found;
}
