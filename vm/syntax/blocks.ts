import { diagnose, type Diagnostic } from '../diagnostics/index.ts';
import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { spanOfToken, tokenText } from './places.ts';
import { StatementKind, type Block, type SyntaxTree } from './tree.ts';

/**
 * Finds the functions and classes of a tree, and fills with them and with what there is to say of them its `blocks` and
 * `diagnostics`. Where an `.end` is missing the block goes on to the end of the file, and what is in it stays alive; an `.end` too
 * many is said and passed over.
 */
export function findBlocks(tree: SyntaxTree, blocks: OpenBlock[], diagnostics: Diagnostic[]): void {
  const { statementCount, statementKinds, statementCodes } = tree;
  blocks.push({ kind: 'file', parent: -1, open: -1, close: statementCount, isClosed: true });
  const open = [0];
  for (let statement = 0; statement < statementCount; statement++) {
    if (statementKinds[statement] !== StatementKind.Directive) continue;
    const code = statementCodes[statement];
    if (code === FUNC || code === CLASS) {
      const kind = code === FUNC ? 'function' : 'class';
      const parent = open[open.length - 1];
      blocks.push({ kind, parent, open: statement, close: statementCount, isClosed: false });
      open.push(blocks.length - 1);
    } else if (code === END && open.length > 1) {
      const block = blocks[open.pop() as number];
      block.close = statement;
      block.isClosed = true;
    } else if (code === END) {
      const span = spanOfToken(tree, tree.statementHeads[statement]);
      diagnostics.push(
        diagnose('misplaced', span, { word: '.end', reason: 'ends nothing: no `.func` or `.class` is open' }),
      );
    }
  }
  for (const index of open.slice(1)) diagnostics.push(missingEnd(tree, blocks[index]));
}

export type OpenBlock = { -readonly [K in keyof Block]: Block[K] };

function missingEnd(tree: SyntaxTree, block: Block): Diagnostic {
  const head = tree.statementHeads[block.open];
  const hasName = tree.statementEnds[block.open] > head + 1;
  const name = hasName ? tokenText(tree, head + 1) : '';
  return diagnose('missing-end', spanOfToken(tree, head), {
    directive: DIRECTIVE_NAMES[tree.statementCodes[block.open]],
    name,
  });
}

const FUNC = DIRECTIVE_NAMES.indexOf('.func');
const CLASS = DIRECTIVE_NAMES.indexOf('.class');
const END = DIRECTIVE_NAMES.indexOf('.end');
