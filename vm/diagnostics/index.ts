export * from './catalogue.ts';
export * from './diagnostic.ts';
export { Suggestions, suggest } from './suggest.ts';
