import {
  StatementKind,
  analyze,
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
  const sketch = analyze(
    module.file,
    providerOf(analysis, new Map([[module.file, sketchAround(module, scope, line)]])),
  );
  const sketchScope = scopeOpenedAt(sketch.module, openingLine(module, scope));
  return sketchScope < 0 || sketch.module.scopes[sketchScope].isBroken
    ? undefined
    : knownHeight(sketch, sketchScope, line);
}

function knownHeight(analysis: Analysis, scope: number, line: number): number | undefined {
  const { module } = analysis;
  const index = instructionAtOrBehind(module.scopes[scope].instructions, statementsOfLine(module.tree, line).from);
  const facts = analysis.verification.functions[analysis.functionOfScope(module, scope)];
  return facts?.stackBefore(index)?.minimumHeight;
}

/**
 * The text without what does not matter for the stack of one function: without the bodies of other functions, and without
 * what stands on `line` but for its labels. All lines stay where they are.
 */
function sketchAround(module: Module, scope: number, line: number): string {
  const { tree } = module;
  const around = new Set<number>();
  for (let block = scope; block >= 0; block = tree.blocks[block].parent) around.add(block);
  const parts: string[] = [];
  let nextLine = 0;
  const keepUpTo = (end: number) => {
    const from = tree.lineStarts[nextLine];
    const to = tree.lineStarts[Math.max(end, nextLine)];
    if (line >= nextLine && line < end) {
      parts.push(tree.text.slice(from, endOfLabels(module, line)));
      parts.push(line + 1 < tree.lineCount ? '\n' : '', tree.text.slice(tree.lineStarts[line + 1], to));
    } else {
      parts.push(tree.text.slice(from, to));
    }
    nextLine = Math.max(end, nextLine);
  };
  for (const [index, block] of tree.blocks.entries()) {
    if (around.has(index) || !around.has(block.parent)) continue;
    const { from, to } = linesOfBlock(tree, index);
    if (to <= from + 1) continue;
    keepUpTo(from + 1);
    parts.push('\n'.repeat(Math.max(0, to - nextLine)));
    nextLine = Math.max(nextLine, to);
  }
  keepUpTo(tree.lineCount);
  return parts.join('');
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

function openingLine({ tree }: Module, scope: number): number {
  const { open } = tree.blocks[scope];
  return open < 0 ? -1 : tree.statementLines[open];
}

function scopeOpenedAt(module: Module, line: number): number {
  return module.tree.blocks.findIndex((_, scope) => openingLine(module, scope) === line);
}
