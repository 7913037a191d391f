import { Signature, firstDuplicate } from '../bytecode/index.ts';
import { Op, type Instruction } from '../isa/index.ts';
import type { Binding, OpenScope } from './binding.ts';
import type { OutsideCallable } from './environment.ts';
import type { ScopeParameter } from './module.ts';
import { countValue, tokenName } from './tokens.ts';

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
  const count = countToken < end ? countValue(binding.tree, countToken) : 0;
  const names: string[] = [];
  for (let token = countToken + 1; token < end; token++) names.push(tokenName(binding.tree, token));
  if (!areNamesRight(binding, scope, instruction, names, count, countToken)) return;
  const callee = calleeOf(binding, instruction, head);
  if (callee === undefined || callee.hasFaultyHeader) return;
  if (names.length === 0 && instruction.code !== Op.MAKE_FUNC && fit(callee.parameters, count)) return;
  const signature = signatureOf(callee.parameters);
  if (instruction.code === Op.MAKE_FUNC) {
    const most = signature.defaultableCount;
    if (count > most)
      binding.error('operand-kind', scope, countToken, {
        expected: `a count of defaults from 0 to ${most}`,
        found: `\`${count}\``,
      });
    return;
  }
  const problem = signature.argumentProblem(callee.shownName, count - names.length, names);
  if (problem === undefined) return;
  const related = binding.definitionOf(callee.symbol);
  binding.error('argument-count', scope, countToken, { message: problem }, { related });
}

/** Whether so many arguments by place go with parameters that are all plain: so it is with most calls, and nobody needs a signature. */
function fit(parameters: readonly ScopeParameter[], count: number): boolean {
  if (count > parameters.length) return false;
  for (let place = 0; place < parameters.length; place++) {
    const { kind, defaultText } = parameters[place];
    if (kind !== 'plain' || (place >= count && defaultText === undefined)) return false;
  }
  return true;
}

const signatures = new WeakMap<readonly ScopeParameter[], Signature>();

/** Made once for each function: the same parameters are asked for at every call. */
function signatureOf(parameters: readonly ScopeParameter[]): Signature {
  let signature = signatures.get(parameters);
  if (signature === undefined) {
    signature = new Signature(
      parameters.map(({ name, kind, defaultText }) => ({ name, kind, hasDefault: defaultText !== undefined })),
    );
    signatures.set(parameters, signature);
  }
  return signature;
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
  const duplicate = firstDuplicate(names);
  if (duplicate === undefined) return true;
  const name = names[duplicate];
  const first = binding.spanOf(countToken + 1 + names.indexOf(name));
  const related = [{ file: binding.file, span: first, message: `\`${name}\` is given here first` }];
  binding.error('duplicate-parameter', scope, countToken + 1 + duplicate, { name }, { related });
  return false;
}

/** The function of the program that an instruction names; `undefined` for a built-in or a callee on the stack. */
function calleeOf(
  binding: Binding,
  instruction: Instruction,
  head: number,
): Pick<OpenScope, 'parameters' | 'shownName' | 'symbol' | 'hasFaultyHeader'> | undefined {
  if (instruction.operands[0].kind !== 'function') return undefined;
  const symbol = binding.tokenSymbols[head + 1];
  const { kind, outside, ownScope } = binding.symbols[symbol];
  if (kind !== 'function') return undefined;
  if (outside === undefined) return binding.scopes[ownScope];
  const { parameters, shownName, hasFaultyHeader } = outside as OutsideCallable;
  return { parameters, shownName, hasFaultyHeader, symbol };
}
