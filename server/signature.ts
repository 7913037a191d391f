import { inlineCode } from './markup.ts';
import {
  ANY_KIND,
  Op,
  instructionOf,
  type Analysis,
  type Module,
  type Scope,
  type ScopeParameter,
} from '../vm/index.ts';
import { verifiedFacts } from './function-facts.ts';
import { kindsWord } from './value-text.ts';

/** `add a b=1 *rest c **named`: a function's name and parameters as its `.func` line has them. */
export function signatureOf(scope: Scope): string {
  return [scope.name, ...parameterTexts(scope.parameters)].join(' ');
}

/** The parameters as they are written, with the bare `*` that keyword-only ones need. */
export function parameterTexts(parameters: readonly ScopeParameter[]): string[] {
  const texts: string[] = [];
  let hasStar = false;
  for (const { name, kind, defaultText } of parameters) {
    if (kind === 'keyword-only' && !hasStar) texts.push('*');
    hasStar ||= kind === 'rest' || kind === 'keyword-only';
    const sign = kind === 'rest' ? '*' : kind === 'named' ? '**' : '';
    texts.push(`${sign}${name}${defaultText === undefined ? '' : `=${defaultText}`}`);
  }
  return texts;
}

/** What a call of a function does to the stack, as in stack pictures, with the kind of the result where it is known: `a b -- int`. */
export function callEffect(analysis: Analysis, module: Module, scope: number): string {
  const taken = module.scopes[scope].parameters.map(({ name, kind }) => (kind === 'rest' ? `${name}…` : name));
  return [...taken, '--', resultWord(analysis, module, scope)].join(' ');
}

/** The kind of what a function returns; `result` where it may be anything, or is what another function returns, or mistakes leave it open. */
function resultWord(analysis: Analysis, module: Module, scope: number): string {
  const facts = verifiedFacts(analysis, module, scope);
  if (facts === undefined || module.scopes[scope].isBroken) return 'result';
  let kinds = 0;
  for (const [index, statement] of module.scopes[scope].instructions.entries()) {
    const code = module.tree.statementCodes[statement];
    if (code === Op.YIELD) return 'generator';
    if (instructionOf(code)?.flow !== 'return') continue;
    const stack = facts.stackBefore(index);
    if (stack !== undefined) kinds |= code === Op.RETURN_VALUE ? (stack.fromTop[0]?.kinds ?? ANY_KIND) : ANY_KIND;
  }
  return kindsWord({ kinds }) ?? 'result';
}

/** A scope in a sentence. */
export function describeScope(module: Module, scope: number): string {
  const { kind, qualifiedName } = module.scopes[scope];
  return kind === 'main' ? 'main' : inlineCode(qualifiedName);
}
