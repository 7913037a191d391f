import type { Analysis } from '../vm/index.ts';

/** The analysis of a program in which some files have other texts: costs what the changes cost. */
export function analyzeEdited(program: Analysis, texts: ReadonlyMap<string, string>): Analysis {
  return program.edited(texts);
}
