import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import {
  DIRECTIVE_NAMES,
  StatementKind,
  lineText,
  linesOfBlock,
  statementsOfLine,
  type Module,
  type SyntaxTree,
} from '../../vm/index.ts';
import { isCommentLine } from '../doc-comment.ts';
import { labelBlocks } from '../label-blocks.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * Functions and classes (their `.end` stays in sight), what stands under a label, regions between `; region` and
 * `; endregion`, runs of comment lines, and runs of imports.
 */
export function foldingRanges({ analysis, positions }: Snapshot): FoldingRange[] {
  const { tree } = analysis.module;
  const isPlainComment = (_: SyntaxTree, line: number) => isCommentLine(tree, line) && regionMark(tree, line) === null;
  const folds = [
    ...blockFolds(tree),
    ...labelFolds(analysis.module),
    ...regionFolds(tree),
    ...runFolds(tree, isPlainComment, FoldingRangeKind.Comment),
    ...runFolds(tree, isImportLine, FoldingRangeKind.Imports),
  ];
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

function labelFolds(module: Module): FoldingRange[] {
  return module.scopes.flatMap((_, scope) =>
    labelBlocks(module, scope)
      .filter(({ from, to }) => to > from)
      .map(({ from, to }) => ({ startLine: from, endLine: to })),
  );
}

/** Regions may nest; one that never ends, and an end of none, is no region. */
function regionFolds(tree: SyntaxTree): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const open: number[] = [];
  for (let line = 0; line < tree.lineCount; line++) {
    if (!isCommentLine(tree, line)) continue;
    const mark = regionMark(tree, line);
    if (mark === 'region') open.push(line);
    const start = mark === 'endregion' ? open.pop() : undefined;
    if (start !== undefined) folds.push({ startLine: start, endLine: line, kind: FoldingRangeKind.Region });
  }
  return folds;
}

/** What a comment line marks: `; region` begins a region, `; endregion` ends it. */
function regionMark(tree: SyntaxTree, line: number): 'region' | 'endregion' | null {
  const mark = REGION_MARK.exec(lineText(tree, line))?.[1].toLowerCase();
  return mark === 'region' || mark === 'endregion' ? mark : null;
}

const REGION_MARK = /^\s*[;#]\s*#?(region|endregion)\b/i;

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
