import type { Command } from './command.ts';

export interface Verb {
  readonly summary: string;
  /** Commands are loaded when they are used: starting is most of what a small program takes. */
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const VERBS: Readonly<Record<string, Verb>> = {
  run: {
    summary: 'Runs a program',
    load: async () => (await import('./commands/run.ts')).run,
  },
  check: {
    summary: 'Reports errors and findings without running anything',
    load: async () => (await import('./commands/check.ts')).check,
  },
  trace: {
    summary: 'Runs a program and shows each instruction with the stack before and after it',
    load: async () => (await import('./commands/trace.ts')).trace,
  },
  asm: {
    summary: 'Assembles a program to a .bc file',
    load: async () => (await import('./commands/asm.ts')).asm,
  },
  disasm: {
    summary: 'Prints a .bc file as assembly text',
    load: async () => (await import('./commands/disasm.ts')).disasm,
  },
  fmt: {
    summary: 'Formats files in place',
    load: async () => (await import('./commands/fmt.ts')).fmt,
  },
  lsp: {
    summary: 'Starts the language server, for editors',
    load: async () => (await import('./commands/lsp.ts')).lsp,
  },
  dap: {
    summary: 'Starts the debug adapter, for editors',
    load: async () => (await import('./commands/dap.ts')).dap,
  },
};

/** Commands of later versions: who tries one is told so. */
export const LATER_VERBS: ReadonlySet<string> = new Set(['compile', 'repl']);
