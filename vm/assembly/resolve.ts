import { DIRECTIVE_NAMES, instructionOf, operandRowAt, type Instruction, type OperandKind } from '../isa/index.ts';
import { StatementKind, statementOfToken } from '../syntax/index.ts';
import { checkArguments } from './arguments.ts';
import type { Binding } from './binding.ts';
import { resolveConstant, resolveOperand } from './resolve-operand.ts';
import { isLiteral, literalConstant, operandCount } from './tokens.ts';

/** The binder's third pass, in text order: what each operand means. */
export function resolveOperands(binding: Binding): void {
  const { tree } = binding;
  reportDuplicates(binding);
  for (let statement = 0; statement < tree.statementCount; statement++) {
    if (tree.statementFaults[statement] === 1) continue;
    const scope = binding.statementScopes[statement];
    if (tree.statementKinds[statement] === StatementKind.Instruction && binding.scopes[scope].kind !== 'class') {
      resolveInstruction(binding, scope, statement);
    } else if (tree.statementKinds[statement] === StatementKind.Directive) {
      resolveDirective(binding, scope, statement);
    }
  }
}

/** What is defined once more at the top level, by this unit or by one above it. */
function reportDuplicates(binding: Binding): void {
  const { symbols, tree } = binding;
  for (const symbol of binding.topLevel) {
    const { kind, name, definition } = symbols[symbol];
    const first = binding.topLevelCallable(name) as number;
    const related = first === symbol ? [] : binding.definitionOf(first);
    if (first !== symbol)
      binding.error(kind === 'class' ? 'duplicate-class' : 'duplicate-function', 0, definition, { name }, { related });
  }
  for (const symbol of binding.constants) {
    const { name, definition } = symbols[symbol];
    const first = binding.constantNamed(name, definition)?.symbol as number;
    const scope = binding.statementScopes[statementOfToken(tree, definition)];
    const related = first === symbol ? [] : binding.definitionOf(first);
    if (first !== symbol) binding.error('duplicate-constant', scope, definition, { name }, { related });
  }
}

function resolveDirective(binding: Binding, scope: number, statement: number): void {
  const { tree } = binding;
  const head = tree.statementHeads[statement];
  if (tree.statementEnds[statement] === head + 1) return;
  switch (DIRECTIVE_NAMES[tree.statementCodes[statement]]) {
    case '.const':
      return resolveConstantDefinition(binding, scope, head);
    case '.func': {
      const symbol = binding.tokenSymbols[head + 1];
      const own = symbol < 0 ? -1 : binding.symbols[symbol].ownScope;
      for (const { defaultToken } of own < 0 ? [] : binding.scopes[own].parameters) {
        if (defaultToken >= 0) resolveConstant(binding, own, defaultToken);
      }
      return;
    }
  }
}

function resolveConstantDefinition(binding: Binding, scope: number, head: number): void {
  const symbol = binding.tokenSymbols[head + 1];
  if (symbol < 0 || binding.symbols[symbol].definition !== head + 1) return;
  if (binding.symbols[symbol].valueText === undefined) return;
  resolveConstant(binding, scope, head + 2);
  const value = constantAt(binding, head + 2);
  if (value !== undefined) binding.setConstant(symbol, value);
}

function constantAt(binding: Binding, token: number): ReturnType<typeof literalConstant> | undefined {
  if (isLiteral(binding.tree.tokenKinds[token])) return literalConstant(binding.tree, token);
  return binding.constantValues.get(binding.tokenSymbols[token]);
}

function resolveInstruction(binding: Binding, scope: number, statement: number): void {
  const { tree } = binding;
  const head = tree.statementHeads[statement];
  const end = tree.statementEnds[statement];
  const instruction = instructionOf(tree.statementCodes[statement]) as Instruction;
  let isRight = hasRightCount(binding, scope, instruction, head, end);
  // A wrong count keeps nobody from asking what the operands that are there mean.
  for (let token = head + 1; token < Math.min(end, head + 1 + instruction.maximumOperands); token++) {
    const kind = operandRowAt(instruction.operands, token - head - 1)?.kind as OperandKind;
    isRight = resolveOperand(binding, scope, instruction, kind, token) && isRight;
  }
  if (isRight) checkArguments(binding, scope, instruction, head, end);
}

function hasRightCount(binding: Binding, scope: number, instruction: Instruction, head: number, end: number): boolean {
  const { minimumOperands, maximumOperands, mnemonic } = instruction;
  const found = end - head - 1;
  if (found >= minimumOperands && found <= maximumOperands) return true;
  const expected = expectedOperands(instruction);
  if (found < minimumOperands) {
    binding.error('operand-count', scope, head, { word: mnemonic, expected, found });
  } else {
    const first = head + 1 + maximumOperands;
    const surplus = { start: binding.spanOf(first - 1).end, end: binding.spanOf(end - 1).end };
    const fixes = [{ title: 'Remove what is too much', edits: [{ span: surplus, newText: '' }] }];
    binding.error('operand-count', scope, first, { word: mnemonic, expected, found }, { last: end - 1, fixes });
  }
  return false;
}

function expectedOperands({ minimumOperands, maximumOperands, operands }: Instruction): string {
  if (maximumOperands === 0) return 'no operands';
  const names = operands.map(({ kind, arity }) =>
    arity === undefined ? kind : `${kind}${arity === 'repeated' ? 's' : ''} if wanted`,
  );
  const count =
    maximumOperands === minimumOperands
      ? operandCount(minimumOperands)
      : maximumOperands === Infinity
        ? `at least ${operandCount(minimumOperands)}`
        : `${minimumOperands} or ${operandCount(maximumOperands)}`;
  return `${count} (${names.join(', ').replaceAll('-', ' ')})`;
}
