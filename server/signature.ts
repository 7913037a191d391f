import { inlineCode } from './markup.ts';
import type { Module, Scope, ScopeParameter } from '../vm/index.ts';

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

/** A scope in a sentence. */
export function describeScope(module: Module, scope: number): string {
  const { kind, qualifiedName } = module.scopes[scope];
  return kind === 'main' ? 'main' : inlineCode(qualifiedName);
}
