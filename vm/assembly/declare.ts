import { MAXIMUM_NESTING, classAround, needsCaller } from '../bytecode/index.ts';
import { Op, instructionOf } from '../isa/index.ts';
import { StatementKind, TokenKind, tokenText, type Block } from '../syntax/index.ts';
import { NOTHING_STORED, NO_NAMES, putName, putStored, type Binding, type OpenScope } from './binding.ts';
import { declareDirective } from './directives.ts';
import { Role } from './module.ts';
import { readParameters } from './parameters.ts';
import { describeToken, tokenName } from './tokens.ts';

/**
 * The binder's first pass: what each scope defines. Finds the scope of every statement, numbers instructions, defines
 * labels, functions, classes and constants, and notes which names are stored, global or nonlocal.
 */
export function declare(binding: Binding): void {
  const { tree } = binding;
  binding.scopes.push(openScope('main', '<main>', -1, -1));
  const open = [0];
  let nextBlock = 1;
  for (let statement = 0; statement < tree.statementCount; statement++) {
    while (open.length > 1 && endsBefore(tree.blocks[open[open.length - 1]], statement)) open.pop();
    const scope = open[open.length - 1];
    binding.statementScopes[statement] = scope;
    if (isAboveFunction(binding, scope, statement)) continue;
    const opensBlock = tree.blocks[nextBlock]?.open === statement;
    // Main needs no more of its functions than their names.
    if (tree.statementFaults[statement] === 1 && !(opensBlock && scope === 0)) binding.scopes[scope].isBroken = true;
    switch (tree.statementKinds[statement]) {
      case StatementKind.Label:
        declareLabel(binding, scope, statement);
        break;
      case StatementKind.Instruction:
        declareInstruction(binding, scope, statement);
        break;
      case StatementKind.Unknown:
        // What is no directive may be an instruction, so that it is counted as one.
        if (
          binding.scopes[scope].kind !== 'class' &&
          tree.tokenKinds[tree.statementHeads[statement]] !== TokenKind.Directive
        )
          binding.scopes[scope].instructions.push(statement);
        break;
      case StatementKind.Directive:
        if (opensBlock) {
          declareBlock(binding, scope, nextBlock);
          open.push(nextBlock++);
        } else {
          declareDirective(binding, scope, statement);
          const block = tree.blocks[scope];
          if (scope > 0 && block.isClosed && block.close === statement) open.pop();
        }
        break;
    }
  }
}

/** Whether it is a directive that nobody knows in front of a function, which leaves main as it is (`Section`). */
export function isAboveFunction(
  { unit, tree }: Pick<Binding, 'unit' | 'tree'>,
  scope: number,
  statement: number,
): boolean {
  return scope === 0 && !unit.isMain && tree.statementKinds[statement] === StatementKind.Unknown;
}

/** Whether a block that has no `.end` goes no further than to a statement. */
function endsBefore({ isClosed, close }: Block, statement: number): boolean {
  return !isClosed && close === statement;
}

function openScope(
  kind: OpenScope['kind'],
  name: string,
  parent: number,
  symbol: number,
  parameters: OpenScope['parameters'] = [],
): OpenScope {
  return {
    kind,
    name,
    parent,
    symbol,
    labels: NO_NAMES,
    callables: NO_NAMES,
    variables: NO_NAMES,
    instructions: [],
    parameters,
    globals: NO_NAMES,
    nonlocals: NO_NAMES,
    stored: NOTHING_STORED,
    usesSuper: false,
    depth: 0,
    shownName: name,
    isBroken: false,
    hasFaultyHeader: false,
  };
}

function declareLabel(binding: Binding, scope: number, statement: number): void {
  const token = binding.tree.statementHeads[statement];
  const name = tokenName(binding.tree, token);
  const { kind, labels, instructions } = binding.scopes[scope];
  if (kind === 'class') {
    binding.error('misplaced', scope, token, {
      word: name,
      reason: 'may not stand directly in a class: labels belong to functions',
    });
    return;
  }
  const first = labels.get(name);
  if (first !== undefined) {
    binding.error(
      'duplicate-label',
      scope,
      token,
      { name, where: binding.where(scope) },
      { related: binding.definitionOf(first) },
    );
    binding.name(token, first, Role.Definition);
    return;
  }
  const symbol = binding.addSymbol('label', name, scope, token);
  binding.symbols[symbol].instruction = instructions.length;
  putName(binding.scopes[scope], 'labels', name, symbol);
  binding.name(token, symbol, Role.Definition);
}

function declareInstruction(binding: Binding, scope: number, statement: number): void {
  const { tree } = binding;
  const head = tree.statementHeads[statement];
  const opcode = tree.statementCodes[statement];
  const open = binding.scopes[scope];
  if (open.kind === 'class') {
    binding.error('misplaced', scope, head, {
      word: tokenText(tree, head),
      reason: 'may not stand directly in a class: only `.func` may',
    });
    if (STORES.has(opcode)) noteStored(binding, scope, statement);
    return;
  }
  if (open.kind === 'main' && needsCaller(opcode)) {
    const word = instructionOf(opcode)?.mnemonic ?? '';
    binding.error('misplaced', scope, head, { word, reason: 'needs a function: main has no caller' });
  }
  if (opcode === Op.LOAD_SUPER) {
    if (classAround(binding.scopes, scope) < 0) {
      const reason = 'needs a method: it looks behind the class that holds the method';
      binding.error('misplaced', scope, head, { word: 'LOAD_SUPER', reason });
    } else open.usesSuper = true;
  }
  open.instructions.push(statement);
  if (open.kind === 'function' && (opcode === Op.STORE_VAR || opcode === Op.DELETE_VAR))
    noteStored(binding, scope, statement);
}

/** What stores a variable, and counts as a store where it may not stand, too. */
const STORES: ReadonlySet<number> = new Set([Op.STORE_VAR, Op.STORE_GLOBAL]);

function noteStored({ tree, scopes }: Binding, scope: number, statement: number): void {
  const operand = tree.statementHeads[statement] + 1;
  const isNamed = operand < tree.statementEnds[statement] && tree.tokenKinds[operand] === TokenKind.Name;
  if (isNamed) putStored(scopes[scope], tokenName(tree, operand));
}

function declareBlock(binding: Binding, parent: number, block: number): void {
  const { tree } = binding;
  const { kind, open, isClosed } = tree.blocks[block];
  const head = tree.statementHeads[open];
  const end = tree.statementEnds[open];
  const word = tokenText(tree, head).toLowerCase();
  const hasName = end > head + 1 && tree.tokenKinds[head + 1] === TokenKind.Name;
  const name = hasName ? tokenName(tree, head + 1) : '';
  const isFunction = kind === 'function';
  const symbol = hasName ? defineCallable(binding, parent, isFunction ? 'function' : 'class', name, head + 1) : -1;
  const { parameters, faults } = isFunction
    ? readParameters(tree, Math.min(head + 2, end), end)
    : { parameters: [], faults: [] };
  const scope = openScope(isFunction ? 'function' : 'class', name, parent, symbol, parameters);
  binding.scopes.push(scope);
  if (symbol >= 0) binding.symbols[symbol].ownScope = block;
  scope.isBroken = tree.statementFaults[open] === 1 || !isClosed;
  if (tree.statementFaults[open] === 0) {
    if (end === head + 1)
      binding.error('operand-count', block, head, {
        word,
        expected: isFunction ? 'a name and its parameters' : 'a name',
        found: 0,
      });
    else if (!hasName)
      binding.error('operand-kind', block, head + 1, { expected: 'a name', found: describeToken(tree, head + 1) });
    if (!isFunction && end > head + 2)
      binding.error(
        'operand-count',
        block,
        head + 2,
        { word, expected: '1 operand (a name)', found: end - head - 1 },
        { last: end - 1 },
      );
    for (const fault of faults) binding.error('syntax', block, fault.token, fault);
  }
  scope.hasFaultyHeader = scope.isBroken && isClosed;
  scope.depth = binding.scopes[parent].depth + 1;
  if (scope.depth > MAXIMUM_NESTING) {
    binding.error('misplaced', block, head, {
      word,
      reason: `is nested deeper than ${MAXIMUM_NESTING} functions and classes`,
    });
  }
  if (!isFunction && binding.scopes[parent].kind === 'class') {
    binding.error('misplaced', block, head, { word, reason: 'may not stand in a class' });
  }
  defineParameters(binding, block);
}

function defineParameters(binding: Binding, index: number): void {
  const scope = binding.scopes[index];
  for (const parameter of scope.parameters) {
    const first = scope.variables.get(parameter.name);
    if (first !== undefined) {
      binding.error(
        'duplicate-parameter',
        index,
        parameter.token,
        { name: parameter.name },
        { related: binding.definitionOf(first) },
      );
      binding.name(parameter.token, first, Role.Definition);
      continue;
    }
    const symbol = binding.addSymbol('parameter', parameter.name, index, parameter.token);
    putName(scope, 'variables', parameter.name, symbol);
    binding.name(parameter.token, symbol, Role.Definition);
  }
}

function defineCallable(
  binding: Binding,
  scope: number,
  kind: 'function' | 'class',
  name: string,
  token: number,
): number {
  const { callables } = binding.scopes[scope];
  const first = callables.get(name);
  const symbol = binding.addSymbol(kind, name, scope, token);
  binding.name(token, symbol, Role.Definition);
  if (scope === 0) {
    // Which one is the first of the file is not known here.
    binding.topLevel.push(symbol);
  } else if (first === undefined) {
    putName(binding.scopes[scope], 'callables', name, symbol);
  } else {
    binding.error(`duplicate-${kind}`, scope, token, { name }, { related: binding.definitionOf(first) });
  }
  return symbol;
}
