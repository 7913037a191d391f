export * from './catalogue.ts';
export * from './diagnostic.ts';
export { findingsNamed } from './selection.ts';
export { Suggestions, clearlyMeant, suggest } from './suggest.ts';
