import {
  Role,
  isAssemblyError,
  lineOfToken,
  tokenText,
  type Analysis,
  type Diagnostic,
  type Module,
} from '../vm/index.ts';
import { analyzeEdited } from './edited-program.ts';
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
    const renamed = analyzeEdited(program, texts);
    for (const module of program.modules) {
      const other = renamed.modules.find(each => each.file === module.file);
      const difference = other === undefined ? 'The file would not be read then.' : firstDifference(module, other);
      if (difference !== undefined) return difference;
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

/**
 * What is said of the first token that means another name in `after` than in `before`, or of the first error that is not the
 * same; `undefined` where there is no difference.
 */
function firstDifference(before: Module, after: Module): string | undefined {
  const { tokenCount } = before.tree;
  if (after.tree.tokenCount !== tokenCount) return 'The file would be read in another way then.';
  const there = new Map<number, number>();
  const back = new Map<number, number>();
  for (let token = 0; token < tokenCount; token++) {
    const a = meaning(before, token);
    const b = meaning(after, token);
    const isOther = (there.get(a) ?? b) !== b || (back.get(b) ?? a) !== a || a < 0 !== b < 0;
    if (isOther || (a >= 0 && kindOf(before, token) !== kindOf(after, token)))
      return otherMeaning(before, after, token);
    there.set(a, b);
    back.set(b, a);
  }
  return firstOtherError(errorsOf(before), errorsOf(after));
}

/** A name that is captured, or no longer is: what it means, and what it would mean. */
function otherMeaning(before: Module, after: Module, token: number): string {
  const line = lineOfToken(before.tree, token) + 1;
  const now = describeMeaning(before, token);
  const then = describeMeaning(after, token);
  return `On line ${line} \`${tokenText(after.tree, token)}\` would mean ${then}, where it means ${now} now.`;
}

/** `the local of \`f\``, `the global variable`, `nothing`. */
function describeMeaning(module: Module, token: number): string {
  const symbol = module.symbols[module.tokenSymbols[token]];
  if (symbol === undefined) return 'nothing';
  const kind = kindOf(module, token);
  const owner = module.scopes[symbol.scope];
  if (kind === 'global') return 'the global variable';
  if (kind === 'built-in') return 'the built-in';
  return owner.kind === 'main' ? `the ${kind} of main` : `the ${kind} of \`${owner.name}\``;
}

function firstOtherError(before: readonly Diagnostic[], after: readonly Diagnostic[]): string | undefined {
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const old = before[index];
    const now = after[index];
    if (old?.kind === now?.kind && old?.span.start.line === now?.span.start.line) continue;
    return now === undefined
      ? 'An error would go away then.'
      : `Line ${now.span.start.line + 1} would be wrong: ${now.message}.`;
  }
  return undefined;
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
