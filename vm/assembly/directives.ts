import { MAXIMUM_COUNT } from '../bytecode/index.ts';
import { DIRECTIVES, DIRECTIVE_NAMES, type DirectiveName } from '../isa/index.ts';
import { TokenKind, tokenText } from '../syntax/index.ts';
import { putName, type Binding } from './binding.ts';
import { Role } from './module.ts';
import { isWithin } from './resolve-operand.ts';
import { describeToken, operandCount, stringValue, tokenName } from './tokens.ts';

/** What may stand directly in a class besides `.func`. */
const CLASS_DIRECTIVES: ReadonlySet<DirectiveName> = new Set<DirectiveName>(['.end', '.name', '.source', '.line']);

/** Checks a directive other than `.func`, `.class` and notes what it says of its scope. */
export function declareDirective(binding: Binding, scope: number, statement: number): void {
  const { tree } = binding;
  const head = tree.statementHeads[statement];
  const end = tree.statementEnds[statement];
  const name = DIRECTIVE_NAMES[tree.statementCodes[statement]];
  if (tree.statementFaults[statement] === 1) return declareFaulty(binding, scope, name, head, end);
  if (binding.scopes[scope].kind === 'class' && !CLASS_DIRECTIVES.has(name)) {
    binding.error('misplaced', scope, head, { word: name, reason: 'may not stand directly in a class' });
    return;
  }
  if (!hasRightCount(binding, scope, name, head, end)) return declareFaulty(binding, scope, name, head, end);
  switch (name) {
    case '.const':
      return declareConstant(binding, scope, head, end);
    case '.global':
    case '.nonlocal':
      return declareNames(binding, scope, name, head, end);
    case '.name':
      return declareShownName(binding, scope, head);
    case '.import':
      if (scope !== 0)
        binding.error('misplaced', scope, head, { word: name, reason: 'stands at the top level of a file only' });
      else expectKind(binding, scope, head + 1, TokenKind.String, 'a path in quotes');
      return;
    case '.source':
      expectKind(binding, scope, head + 1, TokenKind.String, 'a file name in quotes');
      return;
    case '.line':
      if (
        expectKind(binding, scope, head + 1, TokenKind.Int, 'a line number') &&
        !isWithin(tokenText(tree, head + 1), MAXIMUM_COUNT)
      ) {
        binding.error('operand-kind', scope, head + 1, {
          expected: `a line number from 0 to ${MAXIMUM_COUNT}`,
          found: describeToken(tree, head + 1),
        });
      }
      return;
  }
}

/** The names of a directive with a mistake that has been told: what uses them is not wrong for that. */
function declareFaulty(binding: Binding, scope: number, name: DirectiveName, head: number, end: number): void {
  const areNames = binding.tree.tokenKinds.subarray(head + 1, end).every(kind => kind === TokenKind.Name);
  const isNamed = binding.tree.tokenKinds[head + 1] === TokenKind.Name && end > head + 1;
  if (binding.scopes[scope].kind === 'class') return;
  if (name === '.const' && isNamed) declareConstant(binding, scope, head, end);
  else if ((name === '.global' || name === '.nonlocal') && areNames) declareNames(binding, scope, name, head, end);
}

function hasRightCount(binding: Binding, scope: number, name: DirectiveName, head: number, end: number): boolean {
  const { minimumOperands, maximumOperands, operands } = DIRECTIVES[name];
  const found = end - head - 1;
  if (found >= minimumOperands && found <= maximumOperands) return true;
  const expected =
    operands === ''
      ? 'no operands'
      : `${maximumOperands === Infinity ? 'at least ' : ''}${operandCount(minimumOperands)} (${operands})`;
  const isSurplus = found > maximumOperands;
  binding.error(
    'operand-count',
    scope,
    isSurplus ? head + 1 + maximumOperands : head,
    { word: name, expected, found },
    isSurplus ? { last: end - 1 } : {},
  );
  return false;
}

function declareConstant(binding: Binding, scope: number, head: number, end: number): void {
  const { tree } = binding;
  if (!expectKind(binding, scope, head + 1, TokenKind.Name, 'a name')) return;
  const name = tokenName(tree, head + 1);
  const symbol = binding.addSymbol('constant', name, 0, head + 1);
  if (end > head + 2) binding.symbols[symbol].valueText = tokenText(tree, head + 2);
  binding.name(head + 1, symbol, Role.Definition);
  binding.constants.push(symbol);
}

function declareNames(binding: Binding, scope: number, word: '.global' | '.nonlocal', head: number, end: number): void {
  const open = binding.scopes[scope];
  const isInside =
    word === '.global' ? open.kind === 'function' : open.kind === 'function' && hasEnclosingFunction(binding, scope);
  if (!isInside) {
    const reason = word === '.global' ? 'stands in a function only' : 'stands in a function nested in another only';
    binding.error('misplaced', scope, head, { word, reason });
    return;
  }
  for (let token = head + 1; token < end; token++) {
    if (!expectKind(binding, scope, token, TokenKind.Name, 'a variable name')) continue;
    const name = tokenName(binding.tree, token);
    const [own, other] = word === '.global' ? (['globals', 'nonlocals'] as const) : (['nonlocals', 'globals'] as const);
    // At this time only parameters are known as its variables.
    if (open.variables.has(name)) {
      binding.error('misplaced', scope, token, { word: name, reason: 'is a parameter of this function already' });
    } else if (open[other].has(name)) {
      binding.error('misplaced', scope, token, { word: name, reason: 'cannot be both global and nonlocal' });
    } else if (!open[own].has(name)) {
      putName(open, own, name, token);
    } else {
      binding.tokenRoles[token] = Role.Declaration;
    }
  }
}

function declareShownName(binding: Binding, scope: number, head: number): void {
  const open = binding.scopes[scope];
  if (open.kind === 'main') {
    binding.error('misplaced', scope, head, { word: '.name', reason: 'stands in a function or class only' });
  } else if (expectKind(binding, scope, head + 1, TokenKind.String, 'a name in quotes')) {
    open.shownName = stringValue(binding.tree, head + 1);
  }
}

function expectKind(binding: Binding, scope: number, token: number, kind: TokenKind, expected: string): boolean {
  if (binding.tree.tokenKinds[token] === kind) return true;
  binding.error('operand-kind', scope, token, { expected, found: describeToken(binding.tree, token) });
  return false;
}

function hasEnclosingFunction(binding: Binding, scope: number): boolean {
  for (let at = binding.scopes[scope].parent; at > 0; at = binding.scopes[at].parent) {
    if (binding.scopes[at].kind === 'function') return true;
  }
  return false;
}
