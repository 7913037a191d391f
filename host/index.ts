/** Where the machine meets Node: what the command line, the language server and the debug adapter share of that. */
export { milliseconds } from './clock.ts';
export { createFileProvider } from './file-provider.ts';
export { describeReadFailure, describeWriteFailure } from './read-failure.ts';
export { decodeSource } from './decode-source.ts';
export { LineReader } from './line-reader.ts';
export { OutputStreams } from './output-streams.ts';
export { formatError, formatLastLine } from './traceback.ts';
export { isBytecodeFile, readBytecode, readBytecodeFile } from './bytecode-file.ts';
export { withStoredFiles } from './program-files.ts';
export { replaceFile } from './replace-file.ts';
