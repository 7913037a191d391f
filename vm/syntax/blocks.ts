import { diagnose, type Diagnostic } from '../diagnostics/index.ts';
import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { spanOfToken, tokenText } from './places.ts';
import { StatementKind, type Block, type SyntaxTree } from './tree.ts';

type Columns = Omit<SyntaxTree, 'blocks' | 'diagnostics'>;

/**
 * Finds the functions and classes of a file. Where an `.end` is missing the block goes on to the end of the file, and what
 * is in it stays alive; an `.end` too many is said and passed over.
 */
export function findBlocks(
  columns: Columns,
  lineDiagnostics: Diagnostic[],
): Pick<SyntaxTree, 'blocks' | 'diagnostics'> {
  const tree: SyntaxTree = { ...columns, blocks: [], diagnostics: [] };
  const blocks: Block[] = [{ kind: 'file', parent: -1, open: -1, close: columns.statementCount, isClosed: true }];
  const diagnostics = [...lineDiagnostics];
  const open = [0];
  for (let statement = 0; statement < columns.statementCount; statement++) {
    if (columns.statementKinds[statement] !== StatementKind.Directive) continue;
    const code = columns.statementCodes[statement];
    if (code === FUNC || code === CLASS) {
      const kind = code === FUNC ? 'function' : 'class';
      blocks.push({
        kind,
        parent: open.at(-1) as number,
        open: statement,
        close: columns.statementCount,
        isClosed: false,
      });
      open.push(blocks.length - 1);
    } else if (code === END && open.length > 1) {
      const index = open.pop() as number;
      blocks[index] = { ...blocks[index], close: statement, isClosed: true };
    } else if (code === END) {
      const span = spanOfToken(tree, columns.statementHeads[statement]);
      diagnostics.push(
        diagnose('misplaced', span, { word: '.end', reason: 'ends nothing: no `.func` or `.class` is open' }),
      );
    }
  }
  for (const index of open.slice(1)) diagnostics.push(missingEnd(tree, blocks[index]));
  return { blocks, diagnostics };
}

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
