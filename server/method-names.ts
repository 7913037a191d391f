import { TokenKind, statementOfToken, tokenName, type Analysis, type Module } from '../vm/index.ts';
import { operandOfToken } from './cursor.ts';
import type { ClassPlace } from './class-hierarchy.ts';
import { tokensSaying } from './name-index.ts';
import { placeOfToken, type CodePlace } from './value-flow.ts';

/** A method of a class of the program. */
export interface MethodPlace {
  readonly module: Module;
  /** The scope of the method, and that of its class. */
  readonly scope: number;
  readonly classScope: number;
}

/** The name of the attribute or method that a token says, in an instruction or behind the `.func` of a method. */
export function memberNameOf(module: Module, token: number): string | undefined {
  if (module.tree.tokenKinds[token] !== TokenKind.Name) return undefined;
  if (operandOfToken(module, token)?.kind === 'attribute') return tokenName(module.tree, token);
  return methodAt(module, token) === undefined ? undefined : tokenName(module.tree, token);
}

/** The method whose name behind `.func` a token is. */
export function methodAt(module: Module, token: number): MethodPlace | undefined {
  const symbol = module.symbols[module.tokenSymbols[token] ?? -1];
  if (symbol?.kind !== 'function' || symbol.definition !== token || symbol.ownScope < 0) return undefined;
  const isMethod = module.scopes[symbol.scope].kind === 'class';
  return isMethod ? { module, scope: symbol.ownScope, classScope: symbol.scope } : undefined;
}

/** The methods of that name in the classes of a program, in text order. */
export function methodsNamed({ modules }: Pick<Analysis, 'modules'>, name: string): MethodPlace[] {
  return modules.flatMap(module =>
    module.scopes.flatMap(({ kind }, classScope) => {
      const method = kind === 'class' ? methodOfClass({ module, scope: classScope }, name) : undefined;
      return method === undefined ? [] : [method];
    }),
  );
}

export function methodOfClass({ module, scope }: ClassPlace, name: string): MethodPlace | undefined {
  const symbol = module.symbols[module.scopes[scope].callables.get(name) ?? -1];
  return symbol === undefined || symbol.ownScope < 0
    ? undefined
    : { module, scope: symbol.ownScope, classScope: scope };
}

/** An instruction that names an attribute or method, and the token that does. */
type NamingPlace = CodePlace & { readonly token: number };

/** The instructions of a program that name an attribute or method: they may mean any class that has it. */
export function* instructionsNamingMember({ modules }: Pick<Analysis, 'modules'>, name: string): Iterable<NamingPlace> {
  for (const module of modules) {
    for (const token of tokensSaying(module.tree, name)) {
      const place = placeOfToken(module, token);
      const isNaming = place !== undefined && token === module.tree.statementHeads[place.statement] + 1;
      if (isNaming && place.instruction.operands[0]?.kind === 'attribute') yield { ...place, token };
    }
  }
}

/** The scope that a token stands in. */
export function scopeOfToken(module: Module, token: number): number {
  const statement = statementOfToken(module.tree, token);
  return statement < 0 ? 0 : module.statementScopes[statement];
}
