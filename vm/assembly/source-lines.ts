import { MAXIMUM_COUNT, type SourcePositions } from '../bytecode/index.ts';
import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { StatementKind, TokenKind, intLiteralValue, tokenText, type SyntaxTree } from '../syntax/index.ts';
import { stringValue } from './tokens.ts';

/** What `.source` and `.line` say of each statement of a file, and of its end: an index in `files` and a 1-based line, or -1. */
export interface SourceLines {
  readonly files: readonly string[];
  readonly fileOf: Int32Array;
  readonly lineOf: Int32Array;
}

/** Reads the directives in text order, each in force until the next; `null` where a file has none. */
export function readSourceLines(tree: SyntaxTree): SourceLines | null {
  const files: string[] = [];
  const fileOf = new Int32Array(tree.statementCount + 1).fill(-1);
  const lineOf = new Int32Array(tree.statementCount + 1).fill(-1);
  let file = -1;
  let line = -1;
  for (let statement = 0; statement <= tree.statementCount; statement++) {
    const isRight =
      tree.statementFaults[statement] === 0 && tree.statementEnds[statement] === tree.statementHeads[statement] + 2;
    if (tree.statementKinds[statement] === StatementKind.Directive && isRight) {
      const operand = tree.statementHeads[statement] + 1;
      const name = DIRECTIVE_NAMES[tree.statementCodes[statement]];
      const kind = tree.tokenKinds[operand];
      if (name === '.source' && kind === TokenKind.String) file = files.push(stringValue(tree, operand)) - 1;
      else if (name === '.line' && kind === TokenKind.Int) line = lineNumber(tokenText(tree, operand));
    }
    const areBothGiven = file >= 0 && line >= 0;
    fileOf[statement] = areBothGiven ? file : -1;
    lineOf[statement] = areBothGiven ? line : -1;
  }
  return files.length === 0 ? null : { files, fileOf, lineOf };
}

function lineNumber(literal: string): number {
  const line = Number(intLiteralValue(literal));
  return line >= 0 && line <= MAXIMUM_COUNT ? line : -1;
}

/** The part of one function: of its instructions, and of the statements that open and close it. */
export function sourceLinesOf(
  lines: SourceLines,
  statements: Int32Array,
  open: number,
  close: number,
): SourcePositions {
  const places = new Int32Array(statements.length + 1);
  places.set(statements);
  places[statements.length] = close;
  return {
    files: lines.files,
    fileOf: places.map(statement => lines.fileOf[statement]),
    lineOf: places.map(statement => lines.lineOf[statement]),
    definitionFile: open < 0 ? -1 : lines.fileOf[open],
    definitionLine: open < 0 ? 0 : lines.lineOf[open],
  };
}
