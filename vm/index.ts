/** The only door of the machine: what the command line, the language server, the debug adapter and tests may use. */
export * from './source/index.ts';
export * from './diagnostics/index.ts';
export * from './isa/index.ts';
export * from './syntax/index.ts';
export * from './assembly/index.ts';
export * from './bytecode/index.ts';
export * from './verifier/index.ts';
export * from './runtime/index.ts';
export * from './debug/index.ts';
