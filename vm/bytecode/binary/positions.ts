import type { FunctionDebug, SourcePositions } from '../program.ts';

/**
 * The position of each place of a function: of its `.func` (main has none), of its instructions, and of its `.end`. A place is
 * in a file of `files`, on a line that is counted from 1.
 */
export interface Positions {
  readonly files: readonly string[];
  readonly fileOf: Int32Array;
  readonly lineOf: Int32Array;
}

/** What `.source` and `.line` say of each place, and where they say nothing the place in the assembly text. */
export function positionsOf({ file, lines, definitionLine, source }: FunctionDebug, isMain: boolean): Positions {
  const first = isMain ? 0 : 1;
  const fileOf = new Int32Array(first + lines.length);
  const lineOf = new Int32Array(first + lines.length);
  const fill = (place: number, line: number, sourceFile = -1, sourceLine = 0): void => {
    fileOf[place] = sourceFile + 1;
    lineOf[place] = sourceFile < 0 ? line + 1 : sourceLine;
  };
  if (!isMain) fill(0, definitionLine, source?.definitionFile, source?.definitionLine);
  for (let at = 0; at < lines.length; at++) fill(first + at, lines[at], source?.fileOf[at], source?.lineOf[at]);
  return { files: [file, ...(source?.files ?? [])], fileOf, lineOf };
}

/**
 * The debug information that says just these positions. Where they are all in one file, as if that were the assembly
 * text; so functions that were made of one file can be debugged in it.
 */
export function debugOf(
  { files, fileOf, lineOf }: Positions,
  labels: FunctionDebug['labels'],
  isMain: boolean,
): FunctionDebug {
  const first = isMain ? 0 : 1;
  const file = files[fileOf[0]];
  const lines = lineOf.subarray(first).map((line, at) => (fileOf[first + at] === fileOf[0] ? line - 1 : -1));
  const definitionLine = isMain ? 0 : lineOf[0] - 1;
  const isOneFile = fileOf.every(each => each === fileOf[0]);
  const source = isOneFile ? null : sourceOf({ files, fileOf, lineOf }, isMain);
  return { file, lines, labels, definitionLine, source };
}

function sourceOf({ files, fileOf, lineOf }: Positions, isMain: boolean): SourcePositions {
  const used = [...new Set(fileOf)];
  const indices = new Map(used.map((each, index) => [each, index]));
  const renumbered = fileOf.map(each => indices.get(each) ?? -1);
  const first = isMain ? 0 : 1;
  return {
    files: used.map(each => files[each]),
    fileOf: renumbered.slice(first),
    lineOf: lineOf.slice(first),
    definitionFile: isMain ? -1 : renumbered[0],
    definitionLine: isMain ? 0 : lineOf[0],
  };
}
