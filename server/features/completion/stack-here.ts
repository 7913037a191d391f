import { statementsOfLine, type AbstractStack, type Analysis } from '../../../vm/index.ts';
import { instructionAtOrBehind } from '../../cursor.ts';
import { knowledgeOf } from '../../function-sketch.ts';

/**
 * What is on the stack before what stands on a line; `undefined` where that is not known. A half-typed word keeps its function
 * from being verified: then the function is looked at without it.
 */
export function stackAtLine(analysis: Analysis, scope: number, line: number): AbstractStack | undefined {
  const { module } = analysis;
  const index = instructionAtOrBehind(module.scopes[scope].instructions, statementsOfLine(module.tree, line).from);
  const known = knowledgeOf(analysis, module, scope);
  const isTyping = (unknownLine: number) => unknownLine === line;
  return known?.unknownLines.every(isTyping) === true ? known.facts.stackBefore(index) : undefined;
}
