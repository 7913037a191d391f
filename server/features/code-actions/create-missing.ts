import { CodeActionKind } from 'vscode-languageserver';
import {
  Op,
  blockOfLine,
  linesOfBlock,
  tokenAt,
  tokenName,
  type Analysis,
  type Diagnostic,
  type Module,
} from '../../../vm/index.ts';
import { indentOf, insertLines, type OffsetEdit } from '../../text-edits.ts';
import { countOf, placeOfToken } from '../../value-flow.ts';
import type { Proposal } from './proposal.ts';

/** More parameters than these are not made up. */
const MAXIMUM_PARAMETERS = 20;

/** For a name that an instruction uses and nobody has written: the label, function, class or constant itself. */
export function createMissing(analysis: Analysis, diagnostic: Diagnostic): Proposal[] {
  const { module } = analysis;
  const token = tokenAt(module.tree, diagnostic.span.start);
  if (token < 0) return [];
  const name = tokenName(module.tree, token);
  const propose = (what: string, edits: readonly OffsetEdit[]): Proposal => ({
    title: `Create ${what} \`${name}\``,
    kind: CodeActionKind.QuickFix,
    edits,
    mends: diagnostic,
  });
  switch (diagnostic.kind) {
    case 'unknown-label':
      return labelEndings(module, token, name).map(edits => propose('label', edits));
    case 'unknown-function':
      return [propose('function', [insertBlock(module, token, functionLines(module, token, name))])];
    case 'unknown-class':
      return [propose('class', [insertBlock(module, token, [`.class ${name}`, '.end'])])];
    case 'unknown-constant':
      return [propose('constant', [insertLines(module.tree, 0, [`.const ${name} 0`])])];
    default:
      return [];
  }
}

/**
 * A label at the end of the function, with what ends the function behind it: first as it is right where nothing is on the
 * stack, then for where values are left. Of these only what is proved is offered.
 */
function labelEndings(module: Module, token: number, name: string): OffsetEdit[][] {
  const { tree } = module;
  const place = placeOfToken(module, token);
  if (place === undefined) return [];
  const indent = indentOf(module, place.scope);
  const { open, close } = tree.blocks[place.scope];
  const isMain = open < 0;
  const line = isMain || close >= tree.statementCount ? lineBehindMain(module) : tree.statementLines[close];
  const endings = isMain
    ? [['HALT']]
    : [['LOAD_CONST None', 'RETURN_VALUE'], ['RETURN_VALUE'], ['POP_TOP', 'RETURN_VALUE']];
  return endings.map(ending => [insertLines(tree, line, [`${name}:`, ...ending.map(each => indent + each)])]);
}

/** Behind the last instruction of main, where what follows may be functions. */
function lineBehindMain({ tree, scopes }: Module): number {
  const last = scopes[0].instructions.at(-1);
  return last === undefined ? tree.lineCount : tree.statementLines[last] + 1;
}

function functionLines(module: Module, token: number, name: string): string[] {
  const call = placeOfToken(module, token);
  const isCall = call !== undefined && call.instruction.code !== Op.MAKE_FUNC;
  const count = isCall ? Math.min(countOf(call), MAXIMUM_PARAMETERS) : 0;
  const names = isCall ? argumentNames(module, token, count) : [];
  return [[`.func ${name}`, ...names].join(' '), '        LOAD_CONST None', '        RETURN_VALUE', '.end'];
}

/** The names of the arguments that are given by name, and numbers for the others. */
function argumentNames(module: Module, token: number, count: number): string[] {
  const { tree } = module;
  const end = tree.statementEnds[placeOfToken(module, token)?.statement ?? 0];
  const named: string[] = [];
  for (let at = token + 2; at < end; at++) named.push(tokenName(tree, at));
  const byPlace = Math.max(0, count - named.length);
  return [...Array.from({ length: byPlace }, (_, index) => `a${index + 1}`), ...named];
}

/** Before the outermost function or class that the name is used in; where that is main, behind all that there is. */
function insertBlock(module: Module, token: number, lines: readonly string[]): OffsetEdit {
  const { tree } = module;
  let block = blockOfLine(tree, lineOf(module, token));
  while (block > 0 && tree.blocks[block].parent > 0) block = tree.blocks[block].parent;
  return block > 0
    ? insertLines(tree, linesOfBlock(tree, block).to + 1, ['', ...lines])
    : insertLines(tree, tree.lineCount, ['', ...lines]);
}

function lineOf(module: Module, token: number): number {
  const place = placeOfToken(module, token);
  return place === undefined ? 0 : module.tree.statementLines[place.statement];
}
