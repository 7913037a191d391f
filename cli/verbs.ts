import type { Command } from './command.ts';
import { asm } from './commands/asm.ts';
import { check } from './commands/check.ts';
import { dap } from './commands/dap.ts';
import { disasm } from './commands/disasm.ts';
import { fmt } from './commands/fmt.ts';
import { lsp } from './commands/lsp.ts';
import { run } from './commands/run.ts';
import { trace } from './commands/trace.ts';

export interface Verb {
  readonly summary: string;
  readonly command: Command;
}

/**
 * Every command, in the order of the help. None is loaded only when it is used: nearly all is the machine, which all of them
 * need, and a bundler makes of modules that are loaded later functions, which start slower and have no constants.
 */
export const VERBS: Readonly<Record<string, Verb>> = {
  run: {
    summary: 'Runs a program',
    command: run,
  },
  check: {
    summary: 'Reports errors and findings without running anything',
    command: check,
  },
  trace: {
    summary: 'Runs a program and shows each instruction with the stack before and after it',
    command: trace,
  },
  asm: {
    summary: 'Assembles a program to a .bc file',
    command: asm,
  },
  disasm: {
    summary: 'Prints a .bc file as assembly text',
    command: disasm,
  },
  fmt: {
    summary: 'Formats files in place',
    command: fmt,
  },
  lsp: {
    summary: 'Starts the language server, for editors',
    command: lsp,
  },
  dap: {
    summary: 'Starts the debug adapter, for editors',
    command: dap,
  },
};

/** Commands of later versions: who tries one is told so. */
export const LATER_VERBS: ReadonlySet<string> = new Set(['compile', 'repl']);
