import { execFileSync } from 'node:child_process';
import { expect, vi } from 'vitest';
import { Raised } from '../../vm/runtime/errors.ts';
import { Float, HeapObject, repr, type Value } from '../../vm/runtime/values/index.ts';

// CPython has to start, and answers some thousand questions.
vi.setConfig({ testTimeout: 60_000 });

/** An argument or a result: a plain value, or a sequence of them. */
export type Data = Value | undefined | readonly Data[];

/** What to ask: the name of an operation in `oracle.py`, and the function that must agree with it. */
export interface Subject {
  readonly name: string;
  readonly run: (...values: never[]) => Data;
}

export interface Case {
  readonly subject: Subject;
  readonly values: readonly Data[];
}

export interface Answer {
  readonly case: Case;
  /** As canonical JSON. */
  readonly expected: string;
  readonly found: string;
}

/** Runs all cases here and in one CPython process. */
export function ask(cases: readonly Case[]): Answer[] {
  const lines = cases.map(({ subject, values }) => JSON.stringify([subject.name, ...values.map(encode)]));
  const output = execFileSync('python3', [SCRIPT], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf-8' },
  });
  const [version, ...answers] = output.trimEnd().split('\n');
  reportVersion(JSON.parse(version) as number[]);
  return cases.map((asked, index) => ({
    case: asked,
    expected: canonical(JSON.parse(answers[index])),
    found: canonical(outcome(asked)),
  }));
}

/** Fails with the first cases whose answers differ, as a person would write them. */
export function expectAgreement(cases: readonly Case[]): void {
  const differences = ask(cases).filter(answer => answer.expected !== answer.found);
  const shown = differences.slice(0, 12).map(describeAnswer);
  expect(shown, `${differences.length} of ${cases.length} cases differ from CPython`).toEqual([]);
}

export function describeAnswer({ case: { subject, values }, expected, found }: Answer): string {
  return `${subject.name}(${values.map(value => JSON.stringify(encode(value))).join(', ')}): ${shorten(expected)} in CPython, ${shorten(found)} here`;
}

/** What the function here does, in the form of `oracle.py`. */
function outcome({ subject, values }: Case): unknown {
  try {
    return encode((subject.run as (...values: readonly Data[]) => Data)(...values));
  } catch (error) {
    // An exception that carries a key shows it as `repr` does.
    const shown = ({ args, message }: Raised): string => (message === '' ? (args ?? []).map(repr).join(', ') : message);
    if (error instanceof Raised) return { error: error.kind, message: shown(error) };
    return { error: 'host error', message: String(error) };
  }
}

function encode(data: Data): unknown {
  if (data === undefined) return { error: 'undefined', message: '' };
  if (data instanceof Float) return { f: floatBits(data.value) };
  if (data instanceof HeapObject) throw new Error('a case holds plain values');
  if (typeof data === 'number' || typeof data === 'bigint') return { i: intDigits(data) };
  return Array.isArray(data) ? data.map(encode) : data;
}

/** Also says when an int is not in its one form. */
function intDigits(value: number | bigint): string {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : `bad ${value}`;
  return Number.isSafeInteger(Number(value)) ? `bad ${value}n` : String(value);
}

function floatBits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Number.isNaN(value) ? NaN : value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** With another version than 3.11 the wording of messages is not compared, only the kinds of errors and the values. */
function canonical(answer: unknown): string {
  if (!comparesMessages && isError(answer)) return JSON.stringify({ error: answer.error });
  return JSON.stringify(answer);
}

function isError(answer: unknown): answer is { error: string } {
  return typeof answer === 'object' && answer !== null && 'error' in answer;
}

let comparesMessages = true;
let isReported = false;

function reportVersion([major, minor]: number[]): void {
  comparesMessages = major === 3 && minor === 11;
  if (comparesMessages || isReported) return;
  isReported = true;
  console.log(`python3 is ${major}.${minor} and not 3.11: the wording of errors is not compared`);
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

const SCRIPT = new URL('oracle.py', import.meta.url).pathname;
