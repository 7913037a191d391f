import { Float, type Machine, type Value } from '../runtime/index.ts';
import { normalizeInt } from '../runtime/values/index.ts';
import {
  floatLiteralValue,
  intLiteralValue,
  isFloatLiteral,
  isIdentifier,
  isIntLiteral,
  KEYWORDS,
  stringLiteralValue,
} from '../syntax/index.ts';
import { lookUp } from './variables.ts';

/** What an expression means, or one sentence that says why it means nothing. */
export type Evaluation =
  | { readonly kind: 'value'; readonly value: Value }
  /** The whole operand stack of the frame, the top last. */
  | { readonly kind: 'stack'; readonly values: readonly Value[] }
  | { readonly kind: 'error'; readonly message: string };

/** The name by which expressions mean the operand stack, unless a variable has it. */
export const STACK_NAME = 'stack';

/**
 * What a name means in a frame: its local or captured variable while it is bound, else the global variable, else the
 * built-in; without a frame only the last two.
 */
export function evaluateName(machine: Machine, frameIndex: number | null, text: string): Evaluation {
  const name = text.trim().normalize('NFKC');
  if (!isIdentifier(name) || KEYWORDS.has(name)) return error(`expected the name of a variable, found \`${text}\``);
  const variable = lookUp(machine, frameIndex, name);
  const value = variable === undefined ? machine.builtIn(name) : variable;
  return value === undefined ? error(`\`${name}\` is not available here`) : { kind: 'value', value };
}

/** What a name, a literal, `stack`, or `stack[i]` means in a frame; a negative i counts from the top. */
export function evaluate(machine: Machine, frameIndex: number | null, text: string): Evaluation {
  const expression = text.trim();
  const literal = literalValue(expression);
  if (literal !== undefined) return { kind: 'value', value: literal };
  const slot = /^stack\s*\[\s*(-?\d+)\s*\]$/.exec(expression);
  if (slot) return stackSlot(stackOf(machine, frameIndex), Number(slot[1]));
  if (!isIdentifier(expression.normalize('NFKC')) || KEYWORDS.has(expression)) {
    return error(
      `expected a name, a literal, \`${STACK_NAME}\` or \`${STACK_NAME}[i]\`, found \`${shorten(expression)}\``,
    );
  }
  const named = evaluateName(machine, frameIndex, expression);
  if (named.kind === 'error' && expression === STACK_NAME) {
    return { kind: 'stack', values: stackOf(machine, frameIndex) };
  }
  return named;
}

function stackOf(machine: Machine, frameIndex: number | null): readonly Value[] {
  return machine.frame(frameIndex ?? 0).stack;
}

function stackSlot(stack: readonly Value[], index: number): Evaluation {
  const value = stack.at(index);
  if (value !== undefined) return { kind: 'value', value };
  const height = stack.length === 1 ? '1 value' : `${stack.length} values`;
  return error(`\`${STACK_NAME}[${index}]\` is not available: the operand stack of this frame holds ${height}`);
}

function literalValue(text: string): Value | undefined {
  if (isIntLiteral(text)) return normalizeInt(intLiteralValue(text));
  if (isFloatLiteral(text)) return new Float(floatLiteralValue(text));
  if (KEYWORDS.has(text)) return keywordValue(text);
  if (!/^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')$/.test(text)) return undefined;
  const literal = stringLiteralValue(text);
  return 'value' in literal ? literal.value : undefined;
}

function keywordValue(text: string): Value {
  switch (text) {
    case 'None':
      return null;
    case 'True':
    case 'False':
      return text === 'True';
    default:
      return new Float(text === 'nan' ? NaN : text === 'inf' ? Infinity : -Infinity);
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function error(message: string): Evaluation {
  return { kind: 'error', message };
}
