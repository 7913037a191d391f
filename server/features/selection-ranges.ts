import type { Position, SelectionRange } from 'vscode-languageserver';
import {
  blockOfLine,
  lineSpan,
  lineText,
  spanOfStatement,
  spanOfToken,
  statementOfToken,
  type Span,
} from '../../vm/index.ts';
import { wholeBlockSpan, wholeLines } from '../block-span.ts';
import { wordAt } from '../cursor.ts';
import { labelBlocks } from '../label-blocks.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * For each position what contains it, from small to large: word, statement, line, what stands under the same label, the functions
 * around it, file.
 */
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
  const scope = blockOfLine(tree, place.line);
  const block = labelBlocks(analysis.module, scope).findLast(({ from, to }) => from <= place.line && place.line <= to);
  if (block !== undefined && block.to > block.from) spans.push(wholeLines(tree, block.from, block.to));
  for (let around = scope; around >= 0; around = tree.blocks[around].parent) spans.push(wholeBlockSpan(tree, around));
  return spans;
}
