import type { Callee, ClassCode, ClassIndex, FunctionDebug, FunctionIndex, Program } from '../bytecode/index.ts';
import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { StatementKind, type JoinedTree, type Section } from '../syntax/index.ts';
import type { FunctionDraft } from '../verifier/index.ts';
import type { FileSnapshot, UnitSnapshot } from './file-snapshot.ts';
import { readSourceLines, sourceLinesOf, type SourceLines } from './source-lines.ts';

/** Where a function or class of a program comes from. */
export interface ScopeHome {
  readonly file: FileSnapshot;
  readonly unit: UnitSnapshot;
  readonly scope: number;
}

/** How a program numbers its functions and classes. */
export interface ProgramNumbers {
  readonly functions: readonly ScopeHome[];
  readonly classes: readonly (ScopeHome & { readonly nextFunction: FunctionIndex })[];
  /** By the numbers of the units: the index of the function or class. */
  readonly indexOf: ReadonlyMap<number, FunctionIndex | ClassIndex>;
}

/** Main of the first file first, its functions and classes in text order, then those of the others. */
export function numberProgram(files: readonly FileSnapshot[]): ProgramNumbers {
  const [root] = files;
  const functions: ScopeHome[] = [{ file: root, unit: root.main, scope: 0 }];
  const classes: (ScopeHome & { nextFunction: FunctionIndex })[] = [];
  const indexOf = new Map<number, number>([[root.main.ids[0], 0]]);
  for (const file of files) {
    for (const home of scopesInTextOrder(file)) {
      const { unit, scope } = home;
      const isClass = unit.bound.scopes[scope].kind === 'class';
      indexOf.set(unit.ids[scope], (isClass ? classes : functions).length);
      if (isClass) classes.push({ ...home, nextFunction: functions.length });
      else functions.push(home);
    }
  }
  return { functions, classes, indexOf };
}

/** The functions and classes of a file. Those that stand in main's own stretches of text are among the others by their places. */
function scopesInTextOrder(file: FileSnapshot): ScopeHome[] {
  const homes: ScopeHome[] = [];
  for (const unit of file.units()) {
    for (let scope = 1; scope < unit.bound.scopes.length; scope++) homes.push({ file, unit, scope });
  }
  if (file.main.bound.scopes.length === 1) return homes;
  return homes
    .map(home => ({ home, place: home.unit.placement.scope(home.scope) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ home }) => home);
}

/** The program of files without errors, with places and numbers as a whole program has them. */
export function writeProgram(files: readonly FileSnapshot[], { functions, classes, indexOf }: ProgramNumbers): Program {
  const sourceLines = new Map(files.map(file => [file, sourceLinesIn(file.tree)]));
  return {
    functions: functions.map(({ file, unit, scope }) => {
      const { placeholders, ...code } = unit.codes[scope] as FunctionDraft;
      if (placeholders !== undefined) throw new Error('a function with mistakes is no part of a program');
      return {
        ...code,
        sites: code.sites.map(site => ({ ...site, callee: site.callee && renumber(site.callee, indexOf) })),
        debug: code.debug && placeDebug(code.debug, unit, scope, sourceLines.get(file) ?? null),
      };
    }),
    classes: classes.map(({ unit, scope, nextFunction }): ClassCode => {
      const { shownName, qualifiedName, depth, callables } = unit.bound.scopes[scope];
      const methods = [...callables].map(([name, symbol]) => ({
        name,
        function: indexOf.get(unit.ids[unit.bound.symbols[symbol].ownScope]) as FunctionIndex,
      }));
      return { name: shownName, qualifiedName, depth, nextFunction, methods };
    }),
  };
}

function renumber(callee: Callee, indexOf: ProgramNumbers['indexOf']): Callee {
  return 'index' in callee ? { ...callee, index: indexOf.get(callee.index) as number } : callee;
}

function placeDebug(
  debug: FunctionDebug,
  { bound, placement }: UnitSnapshot,
  scope: number,
  sourceLines: SourceLines | null,
): FunctionDebug {
  const { tree } = bound;
  const { lineCount, statementCount } = placement.file;
  const { open, close } = tree.blocks[scope];
  const isMain = open < 0;
  const lines = debug.lines.map(line => placement.line(line));
  if (isMain) lines[lines.length - 1] = lineCount - 1;
  const statements = bound.scopes[scope].instructions.map(statement => placement.statement(statement));
  const end = isMain || close >= tree.statementCount ? statementCount : placement.statement(close);
  const source =
    sourceLines === null
      ? null
      : sourceLinesOf(sourceLines, statements, isMain ? open : placement.statement(open), end);
  return { ...debug, lines, definitionLine: isMain ? 0 : placement.line(debug.definitionLine), source };
}

/** `null` without looking at every statement where no section has a `.source`. */
function sourceLinesIn(tree: JoinedTree): SourceLines | null {
  const hasSource = [...tree.sections].some(({ tree: part }) => hasSourceDirective(part));
  return hasSource ? readSourceLines(tree) : null;
}

function hasSourceDirective({ statementKinds, statementCodes }: Section['tree']): boolean {
  for (let statement = 0; statement < statementKinds.length; statement++) {
    if (statementCodes[statement] === SOURCE && statementKinds[statement] === StatementKind.Directive) return true;
  }
  return false;
}

const SOURCE = DIRECTIVE_NAMES.indexOf('.source');
