import {
  Role,
  analyze,
  isAssemblyError,
  lineOfToken,
  type Analysis,
  type Diagnostic,
  type Module,
} from '../vm/index.ts';
import { providerOf } from './edited-program.ts';
import type { Occurrence } from './program-names.ts';

/**
 * Why a program would mean something else if these tokens said `newName`: the text is changed, bound again and compared.
 * `undefined` when every name means what it meant and no error has come or gone. The proof behind every rename that is
 * offered: shadowing, captures and imports need no rules of their own here.
 */
export function changedMeaning(
  occurrences: readonly Occurrence[],
  newName: string,
  programs: readonly Analysis[],
): string | undefined {
  const texts = renamedTexts(occurrences, newName);
  for (const program of programs) {
    if (!program.modules.some(module => texts.has(module.file))) continue;
    const renamed = analyze(program.module.file, providerOf(program, texts));
    for (const module of program.modules) {
      const other = renamed.modules.find(each => each.file === module.file);
      const line = other === undefined ? 0 : firstDifference(module, other);
      if (line >= 0) return `Line ${line + 1} would mean something else then.`;
    }
  }
  return undefined;
}

/** The texts of the files that a rename changes. */
function renamedTexts(occurrences: readonly Occurrence[], newName: string): Map<string, string> {
  const tokensOfFiles = new Map<Module, number[]>();
  for (const { module, token } of occurrences) {
    const tokens = tokensOfFiles.get(module);
    if (tokens === undefined) tokensOfFiles.set(module, [token]);
    else tokens.push(token);
  }
  return new Map([...tokensOfFiles].map(([module, tokens]) => [module.file, renamedText(module, tokens, newName)]));
}

function renamedText({ tree }: Module, tokens: readonly number[], newName: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const token of tokens) {
    parts.push(tree.text.slice(end, tree.tokenStarts[token]), newName);
    end = tree.tokenEnds[token];
  }
  return parts.join('') + tree.text.slice(end);
}

/** The first line with a token that means another name in `after` than in `before`, or with other errors; else -1. */
function firstDifference(before: Module, after: Module): number {
  const { tokenCount } = before.tree;
  if (after.tree.tokenCount !== tokenCount) return 0;
  const there = new Map<number, number>();
  const back = new Map<number, number>();
  for (let token = 0; token < tokenCount; token++) {
    const a = meaning(before, token);
    const b = meaning(after, token);
    const isOther = (there.get(a) ?? b) !== b || (back.get(b) ?? a) !== a || a < 0 !== b < 0;
    if (isOther || (a >= 0 && kindOf(before, token) !== kindOf(after, token))) return lineOfToken(before.tree, token);
    there.set(a, b);
    back.set(b, a);
  }
  return firstOtherError(errorsOf(before), errorsOf(after));
}

function firstOtherError(before: readonly Diagnostic[], after: readonly Diagnostic[]): number {
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const line = before[index]?.span.start.line;
    const otherLine = after[index]?.span.start.line;
    if (before[index]?.kind !== after[index]?.kind || line !== otherLine) return otherLine ?? line;
  }
  return -1;
}

/** What a token means: its symbol; where a built-in is called that is also stored, another number than the variable's. */
function meaning(module: Module, token: number): number {
  const symbol = module.tokenSymbols[token];
  const isCall = module.tokenRoles[token] === Role.Call;
  return symbol < 0 ? -1 : symbol * 2 + (isCall && module.symbols[symbol].kind === 'global' ? 1 : 0);
}

function kindOf(module: Module, token: number): string {
  const { kind } = module.symbols[module.tokenSymbols[token]];
  // A call of a built-in is that, whether or not something is also stored under its name.
  return module.tokenRoles[token] === Role.Call && kind === 'global' ? 'built-in' : kind;
}

function errorsOf(module: Module): Diagnostic[] {
  return module.diagnostics.filter(({ kind }) => isAssemblyError(kind));
}
