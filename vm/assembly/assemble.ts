import type { ClassCode, ClassIndex, FunctionCode, FunctionIndex, Program } from '../bytecode/index.ts';
import { assembleFunction, type IndexOf } from './assemble-function.ts';
import type { Module } from './module.ts';
import { readSourceLines } from './source-lines.ts';

/** A program with the way back from each function to the scope that it was assembled from. */
export interface Assembled {
  readonly program: Program;
  readonly origins: readonly { readonly module: Module; readonly scope: number }[];
  /** Functions whose scope has an assembly error: they stand in the program without instructions. */
  readonly broken: ReadonlySet<FunctionIndex>;
  /** The index of a scope's function or class; -1 for the main of an imported file. */
  indexOf(module: Module, scope: number): FunctionIndex | ClassIndex;
}

/**
 * Assembles bound modules, the one that is run first, into one program: its main, its functions and classes in text order, then
 * those of the others. The same text always gives the same program.
 */
export function assemble(modules: readonly Module[]): Assembled {
  const origins: { module: Module; scope: number }[] = [];
  const classes: { module: Module; scope: number; nextFunction: FunctionIndex }[] = [];
  const indices = new Map<Module, Int32Array>();
  for (const module of modules) {
    const ofScope = new Int32Array(module.scopes.length).fill(-1);
    for (const [scope, { kind }] of module.scopes.entries()) {
      const isMain = scope === 0 && module === modules[0];
      if (kind === 'main' && !isMain) continue;
      ofScope[scope] = (kind === 'class' ? classes : origins).length;
      if (kind === 'class') classes.push({ module, scope, nextFunction: origins.length });
      else origins.push({ module, scope });
    }
    indices.set(module, ofScope);
  }
  const indexOf: IndexOf = (module, scope) => indices.get(module)?.[scope] ?? -1;
  const broken = new Set<FunctionIndex>();
  const sourceLines = new Map(modules.map(module => [module, readSourceLines(module.tree)]));
  const functions = origins.map(({ module, scope }, index): FunctionCode => {
    if (module.scopes[scope].isBroken) broken.add(index);
    return assembleFunction(module, scope, sourceLines.get(module) ?? null, indexOf);
  });
  const classCodes = classes.map(({ module, scope, nextFunction }): ClassCode => {
    return { ...classCode(module, scope, indexOf), nextFunction };
  });
  const program = { functions, classes: classCodes };
  return { program, origins, broken, indexOf };
}

function classCode(module: Module, scope: number, indexOf: IndexOf): Omit<ClassCode, 'nextFunction'> {
  const { shownName, qualifiedName, depth, callables } = module.scopes[scope];
  const methods = [...callables].map(([name, symbol]) => ({
    name,
    function: indexOf(module, module.symbols[symbol].ownScope),
  }));
  return { name: shownName, qualifiedName, depth, methods };
}
