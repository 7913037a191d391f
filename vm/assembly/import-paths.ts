import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { StatementKind, TokenKind, type SyntaxTree } from '../syntax/index.ts';

/** The paths that `.import` names at the top level. */
export interface ImportPaths {
  readonly tokens: readonly number[];
  /** Whether there are imports besides whose path cannot be read. */
  readonly hasFaulty: boolean;
}

export function importPaths(tree: SyntaxTree): ImportPaths {
  const tokens: number[] = [];
  let hasFaulty = false;
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
    if (!isImport || statement < insideUntil) continue;
    if (isRight) tokens.push(path);
    else hasFaulty = true;
  }
  return { tokens, hasFaulty };
}

const IMPORT = DIRECTIVE_NAMES.indexOf('.import');
