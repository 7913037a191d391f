export * from './program.ts';
export { countAt, operandUse } from './operands.ts';
export { isGenerator } from './is-generator.ts';
export { layOutFrames, classAround, type FrameLayout, type FrameScope } from './frames.ts';
