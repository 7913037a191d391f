import { statementsOfLine, type AbstractStack, type Analysis } from '../../../vm/index.ts';
import { instructionAtOrBehind } from '../../cursor.ts';
import { verifiedFacts } from '../../function-facts.ts';

/** What is on the stack before what stands on a line, also while that is being typed; `undefined` where that is not known. */
export function stackAtLine(analysis: Analysis, scope: number, line: number): AbstractStack | undefined {
  const { module } = analysis;
  const index = instructionAtOrBehind(module.scopes[scope].instructions, statementsOfLine(module.tree, line).from);
  return verifiedFacts(analysis, module, scope)?.stackBefore(index);
}
