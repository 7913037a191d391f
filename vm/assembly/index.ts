export * from './module.ts';
export type * from './analysis.ts';
export { analyze } from './analyze.ts';
export { tokenName } from './tokens.ts';
