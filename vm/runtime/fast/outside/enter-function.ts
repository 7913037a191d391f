import type { Callable } from '../../calls.ts';
import { Frame } from '../../frame.ts';
import type { GeneratorObject } from '../../objects/index.ts';
import type { Value } from '../../values/index.ts';
import { running } from '../current.ts';
import { bindCells, canEnter, copyAll, roomFor } from '../entering.ts';
import { pushCall } from '../frames.ts';
import { raiseInLoop } from '../errors.ts';
import { makeInSeat } from '../generators.ts';
import { attend, goOn, goTo } from '../going.ts';
import { ENTRIES, FRAME_SIZES, Way } from '../registers.ts';
import { putReference } from '../slots.ts';
import { fitArguments } from './arguments.ts';
import { valuesFrom } from './natives.ts';

/**
 * Enters a function whose arguments are in the slots from `first` up to `sp`, the last ones by `names`; of a generator function it
 * makes a generator. `null`, with nothing changed, where the loop cannot, or the arguments do not fit.
 */
export function enterAt(
  callee: Callable,
  first: number,
  sp: number,
  names: readonly string[],
  pc: number,
  result: number,
  fp: number,
  calls: number,
): number | null {
  const { index, code, isGenerator } = callee.code;
  if (isGenerator) return names.length > 0 ? null : makeGenerator(callee, first, sp, pc, result, fp, calls);
  const room = roomFor(first, calls);
  if (!canEnter(index, room, calls)) return null;
  if (room !== first) copyAll(first, sp, room);
  try {
    if (!fitArguments(callee, room, sp - first, names)) return null;
    bindCells(callee, room, code.parameters.length);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  const record = pushCall(index, result, pc + 2, fp, calls);
  goTo(ENTRIES[index], room + FRAME_SIZES[index], room, record);
  return attend(Way.elsewhere);
}

/** Calls a generator function, whose arguments are in the slots from `first` up to `sp`. */
function makeGenerator(
  callee: Callable,
  first: number,
  sp: number,
  pc: number,
  result: number,
  fp: number,
  calls: number,
): number | null {
  const { plainParameters, code } = callee.code;
  const given = sp - first;
  const isPlain = plainParameters === code.parameters.length && given === plainParameters && code.cells.length === 0;
  if (!isPlain) return null;
  try {
    const generator = makeInSeat(callee, first, sp) ?? makeWithFrame(callee, first, sp);
    putReference(result, generator);
  } catch (thrown) {
    return raiseInLoop(thrown, pc, sp, fp, calls);
  }
  return goOn(pc, result + 1, fp, calls);
}

function makeWithFrame({ code, cells }: Callable, first: number, end: number): GeneratorObject {
  const locals: (Value | undefined)[] = valuesFrom(first, end);
  while (locals.length < code.code.locals.length) locals.push(undefined);
  return running().machine.makeGenerator(new Frame(code, locals, cells));
}
