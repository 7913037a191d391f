import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import { DIRECTIVE_NAMES, StatementKind, linesOfBlock, statementsOfLine, type SyntaxTree } from '../../vm/index.ts';
import { isCommentLine } from '../doc-comment.ts';
import type { Snapshot } from '../snapshot.ts';

/** Functions and classes (their `.end` stays in sight), blocks of comment lines, and blocks of imports. */
export function foldingRanges({ analysis, positions }: Snapshot): FoldingRange[] {
  const { tree } = analysis.module;
  const folds = [...blockFolds(tree), ...runFolds(tree, isCommentLine, FoldingRangeKind.Comment)];
  folds.push(...runFolds(tree, isImportLine, FoldingRangeKind.Imports));
  const lspLine = (line: number) => positions.toLspPosition(tree, { line, column: 0 }).line;
  return folds.map(({ startLine, endLine, kind }) => ({
    startLine: lspLine(startLine),
    endLine: lspLine(endLine),
    kind,
  }));
}

function blockFolds(tree: SyntaxTree): FoldingRange[] {
  return tree.blocks
    .map((block, index) => ({ block, ...linesOfBlock(tree, index) }))
    .filter(({ block }) => block.open >= 0)
    .map(({ block, from, to }) => ({ startLine: from, endLine: block.isClosed ? to - 1 : to }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}

/** Two or more lines in a row of which something holds. */
function runFolds(
  tree: SyntaxTree,
  holds: (tree: SyntaxTree, line: number) => boolean,
  kind: FoldingRangeKind,
): FoldingRange[] {
  const folds: FoldingRange[] = [];
  let start = -1;
  for (let line = 0; line <= tree.lineCount; line++) {
    const isIn = line < tree.lineCount && holds(tree, line);
    if (isIn && start < 0) start = line;
    if (isIn || start < 0) continue;
    if (line - 1 > start) folds.push({ startLine: start, endLine: line - 1, kind });
    start = -1;
  }
  return folds;
}

function isImportLine(tree: SyntaxTree, line: number): boolean {
  if (tree.lineTokens[line] === tree.lineTokens[line + 1]) return false;
  const { from, to } = statementsOfLine(tree, line);
  return (
    to === from + 1 &&
    tree.statementKinds[from] === StatementKind.Directive &&
    DIRECTIVE_NAMES[tree.statementCodes[from]] === '.import'
  );
}
