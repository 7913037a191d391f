import type { Constant } from '../bytecode/index.ts';
import { StatementKind, TokenKind } from '../syntax/index.ts';
import type { Binding } from './binding.ts';
import type { ScopeParameter } from './module.ts';
import { isLiteral, literalConstant, tokenName } from './tokens.ts';

/** What a unit defines at the top level of its file; known before any name in it is resolved. */
export interface Outline {
  readonly callables: readonly OutlinedCallable[];
  readonly constants: readonly OutlinedConstant[];
  readonly classCount: number;
  /** Whether main has an instruction here. */
  readonly hasInstructions: boolean;
}

export interface OutlinedCallable {
  readonly kind: 'function' | 'class';
  readonly name: string;
  readonly symbol: number;
  readonly token: number;
  readonly scope: number;
  readonly shownName: string;
  readonly parameters: readonly ScopeParameter[];
  readonly hasFaultyHeader: boolean;
}

export interface OutlinedConstant {
  readonly name: string;
  readonly symbol: number;
  readonly token: number;
  readonly valueText: string | undefined;
  /** What it stands for: a literal, or another constant by its name. Neither where it is wrong. */
  readonly literal?: Constant;
  readonly alias?: string;
}

export function outlineOf(binding: Binding): Outline {
  const { scopes, symbols } = binding;
  return {
    callables: binding.topLevel.map(symbol => {
      const { kind, name, definition: token, ownScope: scope } = symbols[symbol];
      const { shownName, parameters, hasFaultyHeader } = scopes[scope];
      const isClass = kind === 'class';
      return {
        kind: isClass ? 'class' : 'function',
        name,
        symbol,
        token,
        scope,
        shownName,
        parameters,
        hasFaultyHeader,
      };
    }),
    constants: binding.constants.map(symbol => constantOf(binding, symbol)),
    classCount: scopes.filter(({ kind }) => kind === 'class').length,
    hasInstructions: scopes[0].instructions.some(
      statement => binding.tree.statementKinds[statement] === StatementKind.Instruction,
    ),
  };
}

function constantOf({ tree, symbols }: Binding, symbol: number): OutlinedConstant {
  const { name, definition: token, valueText } = symbols[symbol];
  const known = { name, symbol, token, valueText };
  if (valueText === undefined) return known;
  const kind = tree.tokenKinds[token + 1];
  if (isLiteral(kind)) return { ...known, literal: literalConstant(tree, token + 1) };
  return kind === TokenKind.Name ? { ...known, alias: tokenName(tree, token + 1) } : known;
}
