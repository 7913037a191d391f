export * from './module.ts';
export type * from './analysis.ts';
export { formatText } from './formatter.ts';
