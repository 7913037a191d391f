export * from './program.ts';
export { operandUse } from './operands.ts';
