import { MAXIMUM_COUNT } from '../bytecode/index.ts';
import { diagnose, replacementFix } from '../diagnostics/index.ts';
import { BUILT_IN_NAMES, OPERAND_KINDS, Op, RESERVED_NAMES, type Instruction, type OperandKind } from '../isa/index.ts';
import { TokenKind, intLiteralValue, shortIntValue, tokenText } from '../syntax/index.ts';
import type { Binding } from './binding.ts';
import { isLabelWithoutColon } from './label-without-colon.ts';
import { Role } from './module.ts';
import { describeToken, isLiteral, tokenName } from './tokens.ts';
import { localVariable } from './variables.ts';

/** Resolves one operand; false when it is wrong, which has been reported. */
export function resolveOperand(
  binding: Binding,
  scope: number,
  instruction: Instruction,
  kind: OperandKind,
  token: number,
): boolean {
  const tokenKind = binding.tree.tokenKinds[token];
  switch (kind) {
    case 'constant':
    case 'message':
      return resolveConstant(binding, scope, token);
    case 'variable':
      if (tokenKind !== TokenKind.Name) return wrongKind(binding, scope, token, kind);
      resolveVariable(binding, scope, instruction, token);
      return true;
    case 'label':
      return resolveTarget(binding, scope, token);
    case 'function':
      return tokenKind === TokenKind.Name
        ? resolveFunction(binding, scope, instruction, token)
        : wrongKind(binding, scope, token, kind);
    case 'class':
      return tokenKind === TokenKind.Name
        ? resolveClass(binding, scope, token)
        : wrongKind(binding, scope, token, kind);
    case 'count': {
      const isCount = tokenKind === TokenKind.Int && isWithin(tokenText(binding.tree, token), MAXIMUM_COUNT);
      return isCount || wrongKind(binding, scope, token, kind);
    }
    case 'attribute':
    case 'argument-name':
      return tokenKind === TokenKind.Name || wrongKind(binding, scope, token, kind);
  }
}

function wrongKind(binding: Binding, scope: number, token: number, kind: OperandKind): false {
  binding.error('operand-kind', scope, token, {
    expected: OPERAND_KINDS[kind].expected,
    found: describeToken(binding.tree, token),
  });
  return false;
}

export function resolveConstant(binding: Binding, scope: number, token: number): boolean {
  const { tree } = binding;
  if (isLiteral(tree.tokenKinds[token])) return true;
  if (tree.tokenKinds[token] !== TokenKind.Name) return wrongKind(binding, scope, token, 'constant');
  const name = tokenName(tree, token);
  const found = binding.constantNamed(name, token);
  if (found === undefined)
    return unknown(binding, 'unknown-constant', scope, token, name, () => constantWords(binding));
  if (found.isLater) {
    const related = binding.definitionOf(found.symbol);
    binding.error('unknown-constant', scope, token, { name, later: true }, { related });
    return false;
  }
  binding.name(token, found.symbol, Role.Read);
  return true;
}

function resolveVariable(binding: Binding, scope: number, instruction: Instruction, token: number): void {
  const name = tokenName(binding.tree, token);
  const isGlobalOnly = instruction.code === Op.LOAD_GLOBAL || instruction.code === Op.STORE_GLOBAL;
  const local = isGlobalOnly ? undefined : localVariable(binding, scope, name);
  if (local === undefined && instruction.code === Op.LOAD_LOCAL) return;
  binding.name(token, local ?? binding.global(name), VARIABLE_ROLES.get(instruction.code) ?? Role.Read);
}

const VARIABLE_ROLES: ReadonlyMap<number, Role> = new Map([
  [Op.STORE_VAR, Role.Write],
  [Op.STORE_GLOBAL, Role.Write],
  [Op.DELETE_VAR, Role.Delete],
]);

function resolveTarget(binding: Binding, scope: number, token: number): boolean {
  const { tree } = binding;
  const { labels, instructions } = binding.scopes[scope];
  const where = binding.where(scope);
  if (tree.tokenKinds[token] === TokenKind.Int) {
    const greatest = scope === 0 ? instructions.length : instructions.length - 1;
    if (isWithin(tokenText(tree, token), greatest)) return true;
    binding.error('bad-jump-index', scope, token, { found: describeToken(tree, token), where, greatest });
    return false;
  }
  if (tree.tokenKinds[token] !== TokenKind.Name) return wrongKind(binding, scope, token, 'label');
  const name = tokenName(tree, token);
  const symbol = labels.get(name);
  if (symbol !== undefined) {
    binding.name(token, symbol, Role.Jump);
    return true;
  }
  if (isLabelWithoutColon(binding, scope, name)) return false;
  const suggestion = binding.suggestions.nearest(name, labels.keys());
  binding.error(
    'unknown-label',
    scope,
    token,
    { name, where, suggestion },
    { fixes: replacementFix(binding.spanOf(token), suggestion) },
  );
  return false;
}

/** A function in scope, inner scopes first and classes passed over, else a built-in. */
function resolveFunction(binding: Binding, scope: number, instruction: Instruction, token: number): boolean {
  const name = tokenName(binding.tree, token);
  const symbol = visibleCallable(binding, scope, name);
  if (symbol !== undefined) return nameCallable(binding, scope, token, symbol, 'function');
  const takesBuiltIns = instruction.code !== Op.MAKE_FUNC;
  if (!BUILT_IN_NAMES.has(name))
    return unknown(binding, 'unknown-function', scope, token, name, () =>
      visibleFunctions(binding, scope, takesBuiltIns),
    );
  if (takesBuiltIns) binding.name(token, binding.global(name), Role.Call);
  else binding.error('unknown-function', scope, token, { name, isBuiltIn: true });
  return takesBuiltIns;
}

/** A class in scope, inner scopes first and classes passed over. */
function resolveClass(binding: Binding, scope: number, token: number): boolean {
  const name = tokenName(binding.tree, token);
  const symbol = visibleCallable(binding, scope, name);
  if (symbol !== undefined) return nameCallable(binding, scope, token, symbol, 'class');
  return unknown(binding, 'unknown-class', scope, token, name, () => visibleCallables(binding, scope));
}

function visibleCallable(binding: Binding, scope: number, name: string): number | undefined {
  for (let at = scope; at > 0; at = binding.scopes[at].parent) {
    const symbol = binding.scopes[at].kind === 'class' ? undefined : binding.scopes[at].callables.get(name);
    if (symbol !== undefined) return symbol;
  }
  return binding.topLevelCallable(name);
}

/** Functions and classes share their names: one that is found may be of the wrong kind, and is named all the same. */
function nameCallable(
  binding: Binding,
  scope: number,
  token: number,
  symbol: number,
  wanted: 'function' | 'class',
): boolean {
  const { kind, name } = binding.symbols[symbol];
  binding.name(token, symbol, Role.Call);
  if (kind === wanted) return true;
  binding.error(
    'operand-kind',
    scope,
    token,
    { expected: OPERAND_KINDS[wanted].expected, found: `the ${kind} \`${name}\`` },
    { related: binding.definitionOf(symbol) },
  );
  return false;
}

function* constantWords(binding: Binding): Iterable<string> {
  yield* RESERVED_NAMES;
  yield* binding.topLevelNames('constant');
}

function* visibleCallables(binding: Binding, scope: number): Iterable<string> {
  for (let at = scope; at > 0; at = binding.scopes[at].parent) {
    if (binding.scopes[at].kind !== 'class') yield* binding.scopes[at].callables.keys();
  }
  yield* binding.topLevelNames('callable');
}

function* visibleFunctions(binding: Binding, scope: number, takesBuiltIns: boolean): Iterable<string> {
  yield* visibleCallables(binding, scope);
  if (takesBuiltIns) yield* BUILT_IN_NAMES;
}

/** Says that a name is unknown; the similar one that is offered may stand anywhere in the file, and is looked for later. */
function unknown(
  binding: Binding,
  kind: 'unknown-constant' | 'unknown-function' | 'unknown-class',
  scope: number,
  token: number,
  name: string,
  candidates: () => Iterable<string>,
): false {
  const span = binding.spanOf(token);
  const withSuggestion = (suggestion: string) =>
    diagnose(kind, span, { name, suggestion }, { fixes: replacementFix(span, suggestion) });
  binding.error(kind, scope, token, { name }, { suggest: { word: name, candidates, withSuggestion } });
  return false;
}

/** Whether an int literal is between 0 and `greatest`. */
export function isWithin(literal: string, greatest: number): boolean {
  const short = shortIntValue(literal);
  if (short >= 0) return short <= greatest;
  if (literal.startsWith('-') && !/^-0+$/.test(literal)) return false;
  return intLiteralValue(literal) <= BigInt(greatest);
}
