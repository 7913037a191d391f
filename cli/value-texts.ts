import { plainRepr, type FrameView, type Program, type Value } from '../vm/index.ts';

/** The values on a stack, the top on the right: `[1, 'a']`. What lies deep, and what is long, is shortened. */
export function stackText(stack: readonly Value[]): string {
  const hidden = Math.max(0, stack.length - SHOWN_VALUES);
  const shown = stack.slice(hidden).map(valueText);
  return `[${(hidden > 0 ? [`… ${hidden} more`, ...shown] : shown).join(', ')}]`;
}

/** A frame as the call that made it: `fact(n=5)`. */
export function callText(program: Program, frame: FrameView): string {
  const code = program.functions[frame.function];
  if (frame.function === 0) return code.name;
  const values = code.parameters.map((parameter, slot) => {
    const cell = code.cells.findIndex(each => each.parameter === slot);
    const value = cell < 0 ? frame.locals[slot] : frame.cells[cell];
    return value === undefined ? parameter.name : `${parameter.name}=${valueText(value)}`;
  });
  return `${code.name}(${values.join(', ')})`;
}

const SHOWN_VALUES = 6;
const SHOWN_LENGTH = 30;

function valueText(value: Value): string {
  const text = plainRepr(value);
  return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH - 1)}…`;
}
