export * from './module.ts';
export type * from './analysis.ts';
