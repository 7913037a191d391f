import {
  StatementKind,
  analyze,
  blockOfLine,
  linesOfBlock,
  statementsOfLine,
  type Analysis,
  type Module,
} from '../../../vm/index.ts';
import { instructionAtOrBehind } from '../../cursor.ts';
import { providerOf } from '../../edited-program.ts';

/**
 * How many values are on the stack for sure before what stands on a line; `undefined` where that is not known. A half-typed
 * word keeps its function from being verified: then the function is looked at without it.
 */
export function heightAtLine(analysis: Analysis, scope: number, line: number): number | undefined {
  const { module } = analysis;
  if (module.scopes[scope].kind === 'class') return undefined;
  if (!module.scopes[scope].isBroken) return knownHeight(analysis, scope, line);
  const { text, line: sketchLine } = sketchAround(module, scope, line);
  const sketch = analyze(module.file, providerOf(analysis, new Map([[module.file, text]])));
  const sketchScope = blockOfLine(sketch.module.tree, sketchLine);
  return sketch.module.scopes[sketchScope].isBroken ? undefined : knownHeight(sketch, sketchScope, sketchLine);
}

function knownHeight(analysis: Analysis, scope: number, line: number): number | undefined {
  const { module } = analysis;
  const index = instructionAtOrBehind(module.scopes[scope].instructions, statementsOfLine(module.tree, line).from);
  const facts = analysis.verification.functions[analysis.functionOfScope(module, scope)];
  return facts?.stackBefore(index)?.minimumHeight;
}

/**
 * The text without what does not matter for the stack of one function: without the bodies of other functions, and without
 * what stands on `line` but for its labels. With the line that this has become.
 */
function sketchAround(module: Module, scope: number, line: number): { text: string; line: number } {
  const { tree } = module;
  const around = new Set<number>();
  for (let block = scope; block >= 0; block = tree.blocks[block].parent) around.add(block);
  const parts: string[] = [];
  let nextLine = 0;
  let leftOut = 0;
  const keepUpTo = (end: number) => {
    if (end <= nextLine) return;
    const [from, to] = [tree.lineStarts[nextLine], tree.lineStarts[end]];
    if (line >= nextLine && line < end) {
      parts.push(tree.text.slice(from, endOfLabels(module, line)), line + 1 < tree.lineCount ? '\n' : '');
      parts.push(tree.text.slice(tree.lineStarts[line + 1], to));
    } else {
      parts.push(tree.text.slice(from, to));
    }
    nextLine = end;
  };
  for (const [index, block] of tree.blocks.entries()) {
    if (around.has(index) || !around.has(block.parent)) continue;
    const { from, to } = linesOfBlock(tree, index);
    keepUpTo(from + 1);
    if (to <= nextLine) continue;
    if (to <= line) leftOut += to - nextLine;
    nextLine = to;
  }
  keepUpTo(tree.lineCount);
  return { text: parts.join(''), line: line - leftOut };
}

/** The offset behind the last label of a line, its colon included. */
function endOfLabels({ tree }: Module, line: number): number {
  const { from, to } = statementsOfLine(tree, line);
  let end = tree.lineStarts[line];
  for (let statement = from; statement < to; statement++) {
    if (tree.statementKinds[statement] === StatementKind.Label)
      end = tree.tokenEnds[tree.statementHeads[statement]] + 1;
  }
  return end;
}
