export * from './module.ts';
export type * from './analysis.ts';
export { TreeText } from './edited-text.ts';
export { formatText } from './formatter.ts';
export { analyze } from './analyze.ts';
export { ProgramAnalyzer } from './program-analyzer.ts';
export { tokenName } from './tokens.ts';
export { disassemble } from './disassembly/disassemble.ts';
export { disassembleInstructions } from './disassembly/disassemble-instructions.ts';
