import { diagnose } from '../diagnostics/index.ts';
import { tokenAt } from '../syntax/index.ts';
import type { Binding, UnitDiagnostic } from './binding.ts';
import { Role } from './module.ts';

/** What a unit uses of its file, by name; what of this it defines itself counts only where something other than its own body names it. */
export interface UnitUses {
  readonly callables: ReadonlySet<string>;
  readonly constants: ReadonlySet<string>;
  /** Global variables that are read, and names of built-ins that are called. */
  readonly globals: ReadonlySet<string>;
  /** Global variables that are stored, each with the first token that does. */
  readonly stored: ReadonlyMap<string, number>;
}

/** A name that something else of the file may use or not. */
interface Definition {
  readonly name: string;
  readonly token: number;
}

/** What a unit defines for the whole file, but for names that are meant to be unused, and those that are defined once more. */
export interface UnitDefinitions {
  readonly functions: readonly Definition[];
  readonly constants: readonly Definition[];
  /** Functions inside of others that nothing in the unit names. */
  readonly unusedInside: readonly Definition[];
}

/** What of a file decides whether the names that a unit defines are used. */
export interface FileUse {
  /** Whether main is empty: then functions, constants and global variables may be used in files that import this one. */
  readonly isLibrary: boolean;
  isCallableUsed(name: string): boolean;
  isConstantUsed(name: string): boolean;
  /** Here or in an imported file. */
  isGlobalRead(name: string): boolean;
  /** Whether no unit above stores a global variable. */
  isFirstStore(name: string, unit: object): boolean;
}

/**
 * Reports labels without a jump and local variables that are never read. Names that begin with `_` are meant to be unused,
 * and names that are defined once more are a mistake of another kind. Answers what other units have to do with it.
 */
export function reportUnusedInside(binding: Binding): {
  readonly uses: UnitUses;
  readonly definitions: UnitDefinitions;
} {
  const used = findUsed(binding);
  const duplicates = findDuplicates(binding);
  const functions: Definition[] = [];
  const constants: Definition[] = [];
  const unusedInside: Definition[] = [];
  for (let index = 0; index < binding.symbols.length; index++) {
    const { kind, name, definition, scope } = binding.symbols[index];
    if (definition < 0 || duplicates?.has(definition) === true || name.startsWith('_')) continue;
    if (kind === 'constant') constants.push({ name, token: definition });
    else if (kind === 'function' && scope === 0) functions.push({ name, token: definition });
    else if (used[index] === 1 || binding.scopes[scope].kind === 'class') continue;
    else if (kind === 'label') binding.finding('unused-label', definition, { name });
    else if (kind === 'local') binding.finding('unused-variable', definition, { name });
    else if (kind === 'function') unusedInside.push({ name, token: definition });
  }
  return { uses: usesOf(binding, used), definitions: { functions, constants, unusedInside } };
}

/** Names of a unit that nothing in the whole file uses. */
export function unusedInFile(
  binding: Pick<Binding, 'unit' | 'spanOf'>,
  uses: UnitUses,
  { functions, constants, unusedInside }: UnitDefinitions,
  file: FileUse,
): UnitDiagnostic[] {
  if (file.isLibrary) return [];
  const found: UnitDiagnostic[] = [];
  const report = (
    kind: 'unused-function' | 'unused-constant' | 'unused-variable',
    name: string,
    token: number,
  ): void => {
    found.push(diagnose(kind, binding.spanOf(token), { name }));
  };
  for (const { name, token } of functions) if (!file.isCallableUsed(name)) report('unused-function', name, token);
  for (const { name, token } of unusedInside) report('unused-function', name, token);
  for (const { name, token } of constants) if (!file.isConstantUsed(name)) report('unused-constant', name, token);
  for (const [name, token] of uses.stored) {
    const isUnused = !name.startsWith('_') && !file.isGlobalRead(name) && file.isFirstStore(name, binding.unit);
    if (isUnused) report('unused-variable', name, token);
  }
  return found;
}

function usesOf(binding: Binding, used: Uint8Array): UnitUses {
  const { symbols } = binding;
  // Most units use next to nothing of this.
  let callables: Set<string> | undefined;
  let constants: Set<string> | undefined;
  let globals: Set<string> | undefined;
  let stored: Map<string, number> | undefined;
  for (let index = 0; index < symbols.length; index++) {
    const { kind, name, scope, definition } = symbols[index];
    const isUsed = used[index] === 1;
    switch (kind) {
      case 'function':
      case 'class':
        if (isUsed && scope === 0) (callables ??= new Set()).add(name);
        break;
      case 'constant':
        if (isUsed) (constants ??= new Set()).add(name);
        break;
      case 'global':
      case 'built-in':
        if (isUsed) (globals ??= new Set()).add(name);
        if (definition >= 0) (stored ??= new Map()).set(name, definition);
        break;
    }
  }
  return {
    callables: callables ?? NOTHING,
    constants: constants ?? NOTHING,
    globals: globals ?? NOTHING,
    stored: stored ?? NOTHING_STORED,
  };
}

const NOTHING: ReadonlySet<string> = new Set();
const NOTHING_STORED: ReadonlyMap<string, number> = new Map();

/** The tokens that define a name once more: one mistake is enough to say of them. `undefined` where there are no mistakes. */
function findDuplicates(binding: Binding): ReadonlySet<number> | undefined {
  if (binding.diagnostics.length === 0) return undefined;
  const tokens = new Set<number>();
  for (const { kind, span } of binding.diagnostics) {
    if (kind.startsWith('duplicate-')) tokens.add(tokenAt(binding.tree, span.start));
  }
  return tokens;
}

/** 1 for each symbol that something other than its definition, its stores and its own body names. */
function findUsed(binding: Binding): Uint8Array {
  const { tree, symbols } = binding;
  const used = new Uint8Array(symbols.length);
  for (let token = 0; token < tree.tokenCount; token++) {
    const symbol = binding.tokenSymbols[token];
    const role = binding.tokenRoles[token];
    if (
      symbol < 0 ||
      role === Role.Definition ||
      role === Role.Write ||
      role === Role.Delete ||
      role === Role.Declaration
    )
      continue;
    if (role === Role.Call && isInside(binding, token, symbols[symbol].ownScope)) continue;
    used[symbol] = 1;
  }
  return used;
}

function isInside(binding: Binding, token: number, scope: number): boolean {
  if (scope <= 0) return false;
  const { open, close } = binding.tree.blocks[scope];
  const from = binding.tree.statementHeads[open];
  const to = close < binding.tree.statementCount ? binding.tree.statementHeads[close] : binding.tree.tokenCount;
  return token > from && token < to;
}
