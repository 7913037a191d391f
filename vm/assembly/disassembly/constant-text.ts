import type { Constant } from '../../bytecode/index.ts';
import { stringLiteral } from '../../syntax/index.ts';

/** The literal of a constant. */
export function constantText(constant: Constant): string {
  switch (constant.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'int':
      return intText(constant.value);
    case 'float':
      return floatText(constant.value);
    case 'str':
      return stringLiteral(constant.value);
  }
}

/** Long ints in base 16: these nobody reads, and other bases take time that grows faster than their length. */
function intText(value: bigint): string {
  const isShort = value > -SHORT_INT && value < SHORT_INT;
  if (isShort) return String(value);
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

const SHORT_INT = 10n ** 60n;

/** The shortest digits that give the same float, with a sign that it is one. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const digits = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}
