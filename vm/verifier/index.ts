export type * from './report.ts';
export * from './abstract-stack.ts';
