import type { AbstractStack, Analysis, FunctionFacts, Module } from '../vm/index.ts';

/** What the verifier knows of a function; `undefined` for one with errors, and for what is no function. */
export function verifiedFacts(analysis: Analysis, module: Module, scope: number): FunctionFacts | undefined {
  const { kind, isBroken } = module.scopes[scope];
  if (kind === 'class' || isBroken) return undefined;
  return analysis.verification.functions[analysis.functionOfScope(module, scope)];
}

/** The stack before an instruction as the verifier infers it; `undefined` where it says nothing. */
export function stackBefore(
  analysis: Analysis,
  { module, scope, index }: { readonly module: Module; readonly scope: number; readonly index: number },
): AbstractStack | undefined {
  return index < 0 ? undefined : verifiedFacts(analysis, module, scope)?.stackBefore(index);
}
