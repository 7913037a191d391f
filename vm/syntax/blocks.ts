import { diagnose, type Diagnostic } from '../diagnostics/index.ts';
import { DIRECTIVE_NAMES, directiveNamed } from '../isa/index.ts';
import { findMissingEnds, type Look } from './missing-ends.ts';
import { pairEnds, type OpenBlock } from './pair-ends.ts';
import { spanOfToken, tokenText } from './places.ts';
import type { SyntaxTree } from './tree.ts';

/**
 * Finds the functions and classes of a tree, and fills with them and with what there is to say of them its `blocks` and
 * `diagnostics`. Where an `.end` is missing the layout tells where the block ends, or it goes on to the end of the file; what is in it
 * stays alive. An `.end` too many is said and passed over.
 */
export function findBlocks(tree: SyntaxTree, blocks: OpenBlock[], diagnostics: Diagnostic[]): void {
  const paired = pairEnds(tree);
  const { found, surplus } = paired.firstOpen < 0 ? paired : pairWithMissing(tree, paired.firstOpen);
  for (const block of found) blocks.push(block);
  for (const { statement, isInside } of surplus) {
    const span = spanOfToken(tree, tree.statementHeads[statement]);
    const reason = `ends nothing: ${isInside ? 'what was to end here is ended above' : 'no `.func` or `.class` is open'}`;
    diagnostics.push(diagnose('misplaced', span, { word: '.end', reason }));
  }
  for (const block of blocks)
    if (!block.isClosed && !isMisspelt(tree, block)) diagnostics.push(missingEnd(tree, block));
}

function pairWithMissing(tree: SyntaxTree, firstOpen: number): ReturnType<typeof pairEnds> {
  const { missing, looks } = findMissingEnds(tree, firstOpen);
  const paired = pairEnds(tree, missing);
  for (const block of paired.found) if (!block.isClosed) block.reach = reachOf(block, looks);
  return paired;
}

/** How far was looked for the `.end` of a block, perhaps from one around it. */
function reachOf({ open }: OpenBlock, looks: readonly Look[]): number {
  let reach = 0;
  for (const { first, seen } of looks) if (first <= open) reach = Math.max(reach, seen - open);
  return reach;
}

/** Of a directive that is misspelt nobody knows whether it was to open anything. */
function isMisspelt(tree: SyntaxTree, { open }: OpenBlock): boolean {
  return directiveNamed(tokenText(tree, tree.statementHeads[open])) === undefined;
}

function missingEnd(tree: SyntaxTree, block: OpenBlock): Diagnostic {
  const head = tree.statementHeads[block.open];
  const hasName = tree.statementEnds[block.open] > head + 1;
  const name = hasName ? tokenText(tree, head + 1) : '';
  return diagnose('missing-end', spanOfToken(tree, head), {
    directive: DIRECTIVE_NAMES[tree.statementCodes[block.open]],
    name,
  });
}
