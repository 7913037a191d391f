export * from './catalogue.ts';
export * from './diagnostic.ts';
export { suggest } from './suggest.ts';
