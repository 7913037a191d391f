import { CATALOGUE, DIAGNOSTIC_KINDS, isAssemblyError, type DiagnosticKind } from './catalogue.ts';

/**
 * The findings that a word names: a code (`BC211`), a kind (`unused-label`), or all codes that begin alike, with `x` for the other
 * digits (`BC21x`, `BC2xx`). Assembly errors are never named: what keeps a program from running cannot be passed over.
 */
export function findingsNamed(word: string): readonly DiagnosticKind[] {
  const wanted = word.toLowerCase();
  const pattern = /^bc2(?:\d\d|\dx|xx)$/.test(wanted) ? new RegExp(`^${wanted.replaceAll('x', '\\d')}$`) : undefined;
  return FINDINGS.filter(kind => kind === wanted || pattern?.test(CATALOGUE[kind].code.toLowerCase()) === true);
}

const FINDINGS = DIAGNOSTIC_KINDS.filter(kind => !isAssemblyError(kind));
