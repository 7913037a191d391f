export * from './span.ts';
export * from './virtual-array.ts';
