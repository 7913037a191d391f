import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { StatementKind, TokenKind, type SyntaxTree } from '../syntax/index.ts';

/** The paths that `.import` names at the top level: tokens. */
export function importPaths(tree: SyntaxTree): number[] {
  const tokens: number[] = [];
  let nextBlock = 1;
  /** The end of the outermost function or class that the statement stands in. */
  let insideUntil = 0;
  for (let statement = 0; statement < tree.statementCount; statement++) {
    const path = tree.statementHeads[statement] + 1;
    const isImport =
      tree.statementKinds[statement] === StatementKind.Directive && tree.statementCodes[statement] === IMPORT;
    const isRight =
      isImport && tree.statementEnds[statement] === path + 1 && tree.tokenKinds[path] === TokenKind.String;
    if (statement === tree.blocks[nextBlock]?.open) insideUntil = Math.max(insideUntil, tree.blocks[nextBlock++].close);
    if (isRight && statement >= insideUntil) tokens.push(path);
  }
  return tokens;
}

const IMPORT = DIRECTIVE_NAMES.indexOf('.import');
