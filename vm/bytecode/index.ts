export * from './program.ts';
export { countAt, needsCaller, operandUse } from './operands.ts';
export { isGenerator } from './is-generator.ts';
export { layOutFrames, classAround, type FrameLayout, type FrameScope } from './frames.ts';
export { OperandTables } from './operand-tables.ts';
export { Signature, firstDuplicate } from './signature.ts';
export * from './binary/index.ts';
export { blocksOf, type ProgramBlock } from './blocks.ts';
export { qualifiedName } from './qualified-name.ts';
