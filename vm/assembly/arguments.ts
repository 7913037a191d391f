import { Op, type Instruction } from '../isa/index.ts';
import { intLiteralValue, tokenText } from '../syntax/index.ts';
import type { Binding, OpenScope } from './binding.ts';
import type { ScopeParameter } from './module.ts';
import { tokenName } from './tokens.ts';

/**
 * Checks what a call says about its arguments: the names against the count, and both against the parameters where the callee is
 * a `.func`; for `MAKE_FUNC` that there are as many parameters as defaults.
 */
export function checkArguments(
  binding: Binding,
  scope: number,
  instruction: Instruction,
  head: number,
  end: number,
): void {
  if (instruction.countOperand < 0) return;
  const countToken = head + 1 + instruction.countOperand;
  const count = countToken < end ? Number(intLiteralValue(tokenText(binding.tree, countToken))) : 0;
  const names: string[] = [];
  for (let token = countToken + 1; token < end; token++) names.push(tokenName(binding.tree, token));
  if (!areNamesRight(binding, scope, instruction, names, count, countToken)) return;
  const callee = calleeOf(binding, instruction, head);
  if (callee === undefined || callee.hasFaultyHeader) return;
  const name = callee.shownName;
  if (instruction.code === Op.MAKE_FUNC) {
    const most = callee.parameters.filter(
      parameter => parameter.kind === 'plain' || parameter.kind === 'keyword-only',
    ).length;
    if (count > most)
      binding.error('operand-kind', scope, countToken, {
        expected: `a count of defaults from 0 to ${most}`,
        found: `\`${count}\``,
      });
    return;
  }
  const problem = argumentProblem(name, callee.parameters, count - names.length, names);
  if (problem === undefined) return;
  const related = binding.definitionOf(callee.symbol);
  binding.error('argument-count', scope, countToken, { message: problem }, { related });
}

/**
 * Why a call with `positionalCount` arguments by place and `names` by name does not fit; `undefined` when it may. A parameter
 * that has no default in the text may get one from `MAKE_FUNC`, but a call by name of the function does not see that.
 */
export function argumentProblem(
  name: string,
  parameters: readonly Pick<ScopeParameter, 'name' | 'kind' | 'defaultText'>[],
  positionalCount: number,
  names: readonly string[],
): string | undefined {
  const plain = parameters.filter(parameter => parameter.kind === 'plain');
  const hasRest = parameters.some(parameter => parameter.kind === 'rest');
  const takesAnyName = parameters.some(parameter => parameter.kind === 'named');
  if (positionalCount > plain.length && !hasRest) {
    const least = plain.filter(parameter => parameter.defaultText === undefined).length;
    const takes = least === plain.length ? operands(least) : `from ${least} to ${operands(plain.length)}`;
    return `\`${name}\` takes ${takes} by place, found ${positionalCount}`;
  }
  const given = new Set(plain.slice(0, positionalCount).map(parameter => parameter.name));
  for (const each of names) {
    const parameter = parameters.find(
      candidate => candidate.name === each && candidate.kind !== 'rest' && candidate.kind !== 'named',
    );
    if (parameter === undefined && !takesAnyName) return `\`${name}\` has no parameter \`${each}\``;
    if (parameter !== undefined && given.has(each)) return `\`${name}\` gets two values for \`${each}\``;
    given.add(each);
  }
  const missing = parameters.filter(
    ({ kind, defaultText, name: each }) =>
      (kind === 'plain' || kind === 'keyword-only') && defaultText === undefined && !given.has(each),
  );
  if (missing.length === 0) return undefined;
  const listed = missing.map(parameter => `\`${parameter.name}\``).join(', ');
  return `\`${name}\` needs ${missing.length === 1 ? 'a value' : 'values'} for ${listed}, found ${operands(positionalCount + names.length)}`;
}

function areNamesRight(
  binding: Binding,
  scope: number,
  instruction: Instruction,
  names: readonly string[],
  count: number,
  countToken: number,
): boolean {
  if (names.length > count) {
    const first = countToken + 1 + count;
    const expected = `at most ${count === 1 ? '1 argument name' : `${count} argument names`} behind the count ${count}`;
    binding.error(
      'operand-count',
      scope,
      first,
      { word: instruction.mnemonic, expected, found: names.length },
      { last: countToken + names.length },
    );
    return false;
  }
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index) {
      binding.error('duplicate-parameter', scope, countToken + 1 + index, { name });
      return false;
    }
  }
  return true;
}

/** The function of the program that an instruction names; `undefined` for a built-in or a callee on the stack. */
function calleeOf(
  binding: Binding,
  instruction: Instruction,
  head: number,
): Pick<OpenScope, 'parameters' | 'shownName' | 'symbol' | 'hasFaultyHeader'> | undefined {
  if (instruction.operands[0].kind !== 'function') return undefined;
  const symbol = binding.symbols[binding.tokenSymbols[head + 1]];
  if (symbol.kind !== 'function') return undefined;
  if (symbol.origin !== undefined) {
    const { module, symbol: origin } = symbol.origin;
    const scope = module.scopes[module.symbols[origin].ownScope];
    return { ...scope, symbol: -1, hasFaultyHeader: scope.isBroken };
  }
  return binding.scopes[symbol.ownScope];
}

function operands(count: number): string {
  return count === 1 ? '1 argument' : `${count} arguments`;
}
