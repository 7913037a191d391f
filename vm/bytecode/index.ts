export * from './program.ts';
export { countAt, operandUse } from './operands.ts';
export { isGenerator } from './is-generator.ts';
