import { RequestError } from './request-error.ts';

/** The arguments of a request as they came in: JSON that no one has looked at yet. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A whole number of at least 0; `fallback` where it is left out, an error where there is none. */
export function readCount(args: Arguments, name: string, fallback?: number): number {
  const value = args[name] ?? fallback;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw badArgument(name, 'a whole number of at least 0', value);
}

/** A list of whole numbers of at least 0; empty where it is left out. */
export function readCounts(args: Arguments, name: string): number[] {
  const value = args[name] ?? [];
  if (Array.isArray(value) && value.every(item => Number.isSafeInteger(item) && item >= 0)) return value;
  throw badArgument(name, 'a list of whole numbers of at least 0', value);
}

export function readText(args: Arguments, name: string, fallback?: string): string {
  const value = args[name] ?? fallback;
  if (typeof value === 'string') return value;
  throw badArgument(name, 'a string', value);
}

/** A list of objects; empty where it is left out. */
export function readObjects(args: Arguments, name: string): Arguments[] {
  const value = args[name] ?? [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw badArgument(name, 'a list of objects', value);
}

/** A list of strings; empty where it is left out. */
export function readTexts(args: Arguments, name: string): string[] {
  const value = args[name] ?? [];
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value;
  throw badArgument(name, 'a list of strings', value);
}

/** An object; an empty one where it is left out. */
export function readObject(args: Arguments, name: string): Arguments {
  const value = args[name] ?? {};
  if (isObject(value)) return value;
  throw badArgument(name, 'an object', value);
}

export function isObject(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as an error message shows what was found. */
export function showFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function badArgument(name: string, expected: string, found: unknown): RequestError {
  return new RequestError('badArgument', `argument \`${name}\`: expected ${expected}, found ${showFound(found)}`);
}
