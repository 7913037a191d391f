import { NOT_VERIFIED, type AbstractStack, type Analysis, type FunctionFacts, type Module } from '../vm/index.ts';

/**
 * What the verifier knows of a function; `undefined` for what is no function, and where nobody can tell where one ends. Of one with
 * mistakes it holds whatever these are mended to: behind a word that means nothing the stack may have any height.
 */
export function verifiedFacts(analysis: Analysis, module: Module, scope: number): FunctionFacts | undefined {
  if (module.scopes[scope].kind === 'class') return undefined;
  const facts = analysis.verification.functions[analysis.functionOfScope(module, scope)];
  return facts === NOT_VERIFIED ? undefined : facts;
}

/** The stack before an instruction as the verifier infers it; `undefined` where it says nothing. */
export function stackBefore(
  analysis: Analysis,
  { module, scope, index }: { readonly module: Module; readonly scope: number; readonly index: number },
): AbstractStack | undefined {
  return index < 0 ? undefined : verifiedFacts(analysis, module, scope)?.stackBefore(index);
}

/** Whether a stack has no greatest height, because of a loop or of a mistake. */
export function isBoundless({ maximumHeight }: AbstractStack): boolean {
  return maximumHeight === Infinity;
}
