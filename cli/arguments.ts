import { suggest } from '../vm/index.ts';
import { UsageError, type Command, type OptionRow } from './command.ts';

/** What stands behind the verb, read by the rows of a command. */
export interface Arguments {
  readonly operands: readonly string[];
  /** Whether an option was given. */
  has(option: string): boolean;
  /** The number that an option was given last; `undefined` without it. */
  number(option: string): number | undefined;
  /** The text that an option was given last; `undefined` without it. */
  text(option: string): string | undefined;
}

/**
 * Reads options and operands in any order: `--name`, `--name N`, `--name=N`, `-n N`; behind `--` all are operands, and `-` is one.
 * Throws a `UsageError` that says what was expected and found.
 */
export function parseArguments(verb: string, command: Command, words: readonly string[]): Arguments {
  const operands: string[] = [];
  const given = new Map<string, number | string | true>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const [option, attached] = splitOption(word);
    const name = optionNamed(command, option);
    if (name === undefined) throw unknownOption(verb, command, option);
    const row = command.options[name];
    if (row.number !== undefined) {
      given.set(name, readNumber(option, row.number, attached ?? words[++index]));
    } else if (row.text !== undefined) {
      given.set(name, readText(option, row.text, attached ?? words[++index]));
    } else {
      if (attached !== undefined) throw new UsageError(`${option} takes no value, found ${quote(attached)}`);
      given.set(name, true);
    }
  }
  checkOperands(verb, command, operands);
  return {
    operands,
    has: option => given.has(option),
    number: option => given.get(option) as number | undefined,
    text: option => given.get(option) as string | undefined,
  };
}

function splitOption(word: string): [option: string, attached: string | undefined] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

/** The name of an option that is written `--name`, or as its letter behind one dash. */
function optionNamed({ options }: Command, option: string): string | undefined {
  if (!option.startsWith('--')) return Object.keys(options).find(name => `-${options[name].letter}` === option);
  return Object.hasOwn(options, option.slice(2)) ? option.slice(2) : undefined;
}

function readText(option: string, { name }: NonNullable<OptionRow['text']>, word: string | undefined): string {
  if (word === undefined || word === '') throw new UsageError(`${option} takes ${name}, found nothing`);
  return word;
}

function readNumber(option: string, row: NonNullable<OptionRow['number']>, word: string | undefined): number {
  const expected = `${option} takes a whole number of ${row.minimum} or more`;
  if (word === undefined) throw new UsageError(`${expected}, found nothing`);
  const number = /^[0-9]+$/.test(word) ? Number(word) : -1;
  if (number < row.minimum) throw new UsageError(`${expected}, found ${quote(word)}`);
  return number;
}

function checkOperands(verb: string, command: Command, operands: readonly string[]): void {
  const { name, minimum, maximum } = command.operands;
  if (operands.length >= minimum && operands.length <= maximum) return;
  const found = operands.length === 0 ? 'none' : operands.map(quote).join(' ');
  if (maximum === 0) throw new UsageError(`${verb} takes no ${name}, found ${found}`);
  if (maximum === 1) throw new UsageError(`${verb} takes one ${name}, found ${found}`);
  throw new UsageError(`${verb} takes one ${name} or more, found ${found}`);
}

function unknownOption(verb: string, command: Command, option: string): UsageError {
  if (option === '-O') return new UsageError('this version of bcasm does not optimize: it has no -O');
  const names = [...Object.keys(command.options), 'help'].map(name => `--${name}`);
  const nearest = suggest(option, names);
  const hint = nearest === undefined ? `; bcasm ${verb} --help lists its options` : `; did you mean ${nearest}?`;
  return new UsageError(`${verb} has no option ${quote(option)}${hint}`);
}

function quote(word: string): string {
  return `\`${word}\``;
}
