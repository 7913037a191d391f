import type { LinkedFunction } from '../../link.ts';
import { FunctionObject, type Cell } from '../../objects/index.ts';
import { functionOf } from '../current.ts';
import { canEnter, capture } from '../entering.ts';
import { firstTryOf } from '../frames.ts';
import { attend, goTo } from '../going.ts';
import { CALLS, CALL_WORDS, CODE, Call, ENTRIES, FRAME_SIZES, REGISTERS, Register, Way } from '../registers.ts';
import { REFERENCES, TAGS, Tag, push, unbind } from '../slots.ts';
import { capturedCells } from './calls.ts';

/** `TAIL_CALL_FUNC` of a function of the program, with arguments by place. */
export function tailCallKnown(pc: number, sp: number, fp: number, calls: number): number {
  const caller = functionOf(calls);
  const { count, target, callee } = caller.sites[CODE[pc + 1]];
  return replaceFrame(
    target as LinkedFunction,
    capturedCells(callee, fp + caller.code.locals.length),
    sp - count,
    sp,
    fp,
    calls,
  );
}

/** `TAIL_CALL` */
export function tailCallValue(pc: number, sp: number, fp: number, calls: number): number {
  const caller = functionOf(calls);
  const first = sp - caller.sites[CODE[pc + 1]].count;
  const callee = TAGS[first - 1] === Tag.Object ? REFERENCES[first - 1] : null;
  return callee instanceof FunctionObject ? replaceFrame(callee.code, callee.cells, first, sp, fp, calls) : Way.leave;
}

/** Begins a call of a function whose arguments are in the slots from `first` up to `sp` in the place of the innermost frame. */
function replaceFrame(
  { index, plainParameters, code, isGenerator }: LinkedFunction,
  cells: readonly Cell[],
  first: number,
  sp: number,
  fp: number,
  calls: number,
): number {
  const count = sp - first;
  const isPlain =
    count === plainParameters && count === code.parameters.length && code.cells.length === 0 && !isGenerator;
  // The frame that the loop began with is the machine's.
  if (!isPlain || calls === 0 || !canEnter(index, fp, calls - CALL_WORDS)) return Way.leave;
  REGISTERS[Register.tries] = firstTryOf(calls);
  for (let each = 0; each < count; each++) push(fp + each, first + each);
  const end = fp + FRAME_SIZES[index];
  unbind(fp + count, end);
  capture(cells, end);
  CALLS[calls + Call.function] = index;
  goTo(ENTRIES[index], end, fp, calls);
  return attend(Way.elsewhere);
}
