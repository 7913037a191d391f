import type { FunctionDebug } from '../bytecode/index.ts';
import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { StatementKind, TokenKind, intLiteralValue, tokenText, type SyntaxTree } from '../syntax/index.ts';
import { stringValue } from './tokens.ts';

/** What `.source` and `.line` say of each statement of a file: an index in `files` and a 1-based line, or -1. */
export interface SourceLines {
  readonly files: readonly string[];
  readonly fileOf: Int32Array;
  readonly lineOf: Int32Array;
}

/** Reads the directives in text order, each in force until the next; `null` where a file has none. */
export function readSourceLines(tree: SyntaxTree): SourceLines | null {
  const files: string[] = [];
  const fileOf = new Int32Array(tree.statementCount).fill(-1);
  const lineOf = new Int32Array(tree.statementCount).fill(-1);
  let file = -1;
  let line = -1;
  for (let statement = 0; statement < tree.statementCount; statement++) {
    const isRight =
      tree.statementFaults[statement] === 0 && tree.statementEnds[statement] === tree.statementHeads[statement] + 2;
    if (tree.statementKinds[statement] === StatementKind.Directive && isRight) {
      const operand = tree.statementHeads[statement] + 1;
      const name = DIRECTIVE_NAMES[tree.statementCodes[statement]];
      const kind = tree.tokenKinds[operand];
      if (name === '.source' && kind === TokenKind.String) file = files.push(stringValue(tree, operand)) - 1;
      else if (name === '.line' && kind === TokenKind.Int) line = Number(intLiteralValue(tokenText(tree, operand)));
    }
    const areBothGiven = file >= 0 && line >= 0;
    fileOf[statement] = areBothGiven ? file : -1;
    lineOf[statement] = areBothGiven ? line : -1;
  }
  return files.length === 0 ? null : { files, fileOf, lineOf };
}

/** The part of one function. */
export function sourceLinesOf(lines: SourceLines, statements: Int32Array): FunctionDebug['source'] {
  return {
    files: lines.files,
    fileOf: statements.map(statement => lines.fileOf[statement]),
    lineOf: statements.map(statement => lines.lineOf[statement]),
  };
}
