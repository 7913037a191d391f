import type { Command, OptionRow } from './command.ts';
import { VERBS } from './verbs.ts';

/** What `bcasm --help` shows. */
export function generalHelp(): string {
  const rows = Object.entries(VERBS).map(([name, verb]): Row => [name, verb.summary]);
  return [
    'bcasm: an assembly language for a stack-based virtual machine that thinks like Python',
    '',
    'Usage: bcasm COMMAND …',
    '',
    ...table(rows),
    '',
    'bcasm COMMAND --help tells more of a command; bcasm --version shows the version.',
    'Exit codes: 0 done; 1 the program ended in an error; 2 it could not be assembled, or the command was used wrongly.',
    '',
  ].join('\n');
}

/** What `bcasm VERB --help` shows. */
export function commandHelp(name: string, command: Command): string {
  const rows = Object.entries(command.options).map(([option, row]): Row => [optionTerm(option, row), row.summary]);
  const lines = [usage(name, command), '', `${VERBS[name].summary}.`];
  if (command.details !== undefined) lines.push('', command.details);
  if (rows.length > 0) lines.push('', ...table(rows));
  return lines.join('\n') + '\n';
}

function optionTerm(option: string, { letter, number, text }: OptionRow): string {
  const name = letter === undefined ? `--${option}` : `-${letter}, --${option}`;
  const value = number ?? text;
  return value === undefined ? name : `${name} ${value.name}`;
}

type Row = readonly [term: string, description: string];

function usage(name: string, command: Command): string {
  const { name: operand, minimum, maximum } = command.operands;
  const shown = operand.toUpperCase() + (maximum > 1 ? '…' : '');
  const operands = maximum === 0 ? '' : minimum === 0 ? ` [${shown}]` : ` ${shown}`;
  return `Usage: bcasm ${name}${operands}${Object.keys(command.options).length > 0 ? ' [OPTION]…' : ''}`;
}

function table(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, description]) => `  ${term.padEnd(width)}  ${description}`);
}
