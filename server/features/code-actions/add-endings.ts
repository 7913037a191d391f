import { CodeActionKind } from 'vscode-languageserver';
import {
  DIRECTIVE_NAMES,
  StatementKind,
  blockOfLine,
  type Analysis,
  type Diagnostic,
  type Module,
} from '../../../vm/index.ts';
import { blanksBefore, indentOf, insertLines } from '../../text-edits.ts';
import type { Proposal } from './proposal.ts';

/** What a function or class needs to come to its end: `.end`, or an instruction that leaves the function. */
export function addEndings(analysis: Analysis, diagnostic: Diagnostic): Proposal[] {
  const { module } = analysis;
  const propose = (title: string, line: number, lines: readonly string[]): Proposal => ({
    title,
    kind: CodeActionKind.QuickFix,
    edits: [insertLines(module.tree, line, lines)],
    mends: diagnostic,
    isPreferred: title !== 'Add `HALT`',
  });
  if (diagnostic.kind === 'missing-end') {
    const { line } = diagnostic.span.start;
    const end = `${blanksBefore(module.tree, line)}.end`;
    return placesForEnd(module, line).map(place => propose('Add `.end`', place, [end]));
  }
  if (diagnostic.kind !== 'runs-off-end') return [];
  const scope = blockOfLine(module.tree, diagnostic.span.start.line);
  const indent = indentOf(module, scope);
  const line = lineOfClosing(module, scope);
  // What comes to the end with a value on the stack returns it, else nothing is returned: which of them, the proof tells.
  return [
    propose('Add `RETURN_VALUE`', line, [`${indent}RETURN_VALUE`]),
    propose('Add `RETURN_VALUE` of `None`', line, [`${indent}LOAD_CONST None`, `${indent}RETURN_VALUE`]),
    propose('Add `HALT`', line, [`${indent}HALT`]),
  ];
}

/**
 * Where the `.end` of the block that a line opens may be missing: where the layout shows its end, before the next function or class
 * that is not indented more than this one, else at the end of the file.
 */
function placesForEnd({ tree }: Module, opening: number): number[] {
  const block = tree.blocks[blockOfLine(tree, opening)];
  if (block.close < tree.statementCount) return [tree.statementLines[block.close - 1] + 1];
  const column = blanksBefore(tree, opening).length;
  for (let statement = 0; statement < tree.statementCount; statement++) {
    const line = tree.statementLines[statement];
    const isOpening =
      tree.statementKinds[statement] === StatementKind.Directive &&
      OPENING.has(DIRECTIVE_NAMES[tree.statementCodes[statement]]);
    if (line > opening && isOpening && blanksBefore(tree, line).length <= column) return [line, tree.lineCount];
  }
  return [tree.lineCount];
}

const OPENING: ReadonlySet<string> = new Set(['.func', '.class']);

function lineOfClosing({ tree }: Module, scope: number): number {
  const { close } = tree.blocks[scope];
  return close < tree.statementCount ? tree.statementLines[close] : tree.lineCount;
}
