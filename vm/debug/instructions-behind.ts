import { operandUse, type Program } from '../bytecode/index.ts';
import type { Place } from './place.ts';

/**
 * The instructions that can run next in a frame that waits at `place` for a call: the following one (in main perhaps the
 * implicit `HALT` behind the last), and the one that the waiting instruction may jump to.
 */
export function instructionsBehind(program: Program, place: Place): Place[] {
  const code = program.functions[place.function];
  const behind = [place.at + 1];
  if (operandUse(code.opcodes[place.at]) === 'target') behind.push(code.operands[place.at]);
  return behind.map(at => ({ function: place.function, at }));
}
