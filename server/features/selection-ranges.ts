import type { Position, SelectionRange } from 'vscode-languageserver';
import {
  blockOfLine,
  lineSpan,
  lineText,
  linesOfBlock,
  spanOfStatement,
  spanOfToken,
  statementOfToken,
  type Span,
} from '../../vm/index.ts';
import { wordAt } from '../cursor.ts';
import type { Snapshot } from '../snapshot.ts';

/** For each position what contains it, from small to large: word, statement, line, the functions around it, file. */
export function selectionRanges(snapshot: Snapshot, positions: readonly Position[]): SelectionRange[] {
  return positions.map(position => {
    const spans = spansAround(snapshot, position);
    let range: SelectionRange | undefined;
    for (const span of spans.toReversed()) {
      range = { range: snapshot.positions.toRange(snapshot.analysis.module.tree, span), parent: range };
    }
    return range ?? { range: { start: position, end: position } };
  });
}

function spansAround({ analysis, positions }: Snapshot, position: Position): Span[] {
  const { tree } = analysis.module;
  const place = positions.toPlace(tree, position);
  const spans: Span[] = [];
  const token = wordAt(tree, place);
  const statement = token < 0 ? -1 : statementOfToken(tree, token);
  if (token >= 0) spans.push(spanOfToken(tree, token));
  if (statement >= 0) spans.push(spanOfStatement(tree, statement));
  spans.push(lineSpan(place.line, 0, lineText(tree, place.line).length));
  for (let block = blockOfLine(tree, place.line); block >= 0; block = tree.blocks[block].parent) {
    const { from, to } = linesOfBlock(tree, block);
    const last = Math.max(from, to);
    spans.push({ start: { line: from, column: 0 }, end: { line: last, column: lineText(tree, last).length } });
  }
  return spans;
}
