export * from './span.ts';
export * from './virtual-array.ts';
export { ChunkedList } from './chunked-list.ts';
export { Starts } from './starts.ts';
export { replaced } from './replaced.ts';
export { malformedLinesOf } from './malformed-lines.ts';
