/**
 * Where an operand of a fused instruction comes from: what the instruction before has pushed, a load that is part of it, or a value on the stack
 * that stays there, of which a copy would have been taken. Where one is kept, all are.
 */
export type OperandSource = 'stack' | 'local' | 'slot' | 'kept';

/** Instructions that often follow each other, and are done as one. */
export interface Fusion {
  readonly name: string;
  /** The words that it replaces, in their order. */
  readonly sequence: readonly string[];
  readonly operator: string;
  readonly left: OperandSource;
  /** `none` for an instruction that takes one value. */
  readonly right: OperandSource | 'none';
  readonly finish: 'nothing' | 'store-local' | 'jump-if-false' | 'jump-if-true' | 'not-jump-if-false';
}

const LOADS: Readonly<Record<Exclude<OperandSource, 'kept'>, readonly string[]>> = {
  stack: [],
  local: ['LOAD_LOCAL'],
  slot: ['LOAD_SLOT'],
};

/** The words that a fusion ends with, behind its operator. */
export const FINISH: Readonly<Record<Fusion['finish'], readonly string[]>> = {
  nothing: [],
  'store-local': ['STORE_LOCAL'],
  'jump-if-false': ['JUMP_IF_FALSE'],
  'jump-if-true': ['JUMP_IF_TRUE'],
  'not-jump-if-false': ['NOT', 'JUMP_IF_FALSE'],
};

export const FUSIONS: readonly Fusion[] = [
  ...each('ADD', 'store-local', ['local local', 'local slot', 'stack local', 'stack slot', 'stack stack']),
  ...each('SUB', 'store-local', ['local slot']),
  ...each('ADD', 'nothing', ['local local', 'local slot', 'stack local', 'stack slot']),
  ...each('SUB', 'nothing', ['local local', 'local slot', 'stack slot']),
  ...each('MUL', 'nothing', ['local local', 'local slot', 'stack local']),
  ...each('MOD', 'store-local', ['stack slot']),
  ...each('MOD', 'nothing', ['local slot', 'stack slot']),
  ...each('LOAD_INDEX', 'nothing', ['local local', 'local slot', 'stack local', 'kept kept']),
  ...each('LOAD_ATTR', 'nothing', ['local none', 'kept none']),
  ...each('LOAD_ATTR', 'store-local', ['local none']),
  ...each('LT', 'jump-if-false', ['local local', 'local slot', 'stack slot', 'stack stack']),
  ...each('LE', 'jump-if-false', ['local local', 'local slot']),
  ...each('GT', 'jump-if-false', ['local local', 'local slot', 'stack slot', 'stack stack']),
  ...each('GE', 'jump-if-false', ['local local', 'local slot']),
  ...each('EQ', 'jump-if-false', ['local slot', 'stack slot', 'stack stack']),
  ...each('NE', 'jump-if-false', ['local slot', 'stack slot']),
  ...each('EQ', 'jump-if-true', ['local slot', 'stack slot']),
  ...each('LT', 'jump-if-true', ['local local', 'local slot']),
  ...each('IS', 'jump-if-false', ['local slot', 'stack slot']),
  ...each('IS', 'jump-if-true', ['local slot', 'stack slot']),
  ...each('IS', 'not-jump-if-false', ['local slot', 'stack slot']),
];

/** The fusions of an operator with operands from several places. */
function each(operator: string, finish: Fusion['finish'], operands: readonly string[]): Fusion[] {
  return operands.map(pair => {
    const [left, right] = pair.split(' ');
    return fusion(operator, left as OperandSource, right as OperandSource | 'none', finish);
  });
}

function loadsOf(left: OperandSource, right: OperandSource | 'none'): readonly string[] {
  if (left === 'kept' || right === 'kept') return [right === 'none' ? 'DUP_TOP' : 'DUP_TWO'];
  return [...LOADS[left], ...(right === 'none' ? [] : LOADS[right])];
}

function fusion(
  operator: string,
  left: OperandSource,
  right: OperandSource | 'none',
  finish: Fusion['finish'],
): Fusion {
  const sequence = [...loadsOf(left, right), operator, ...FINISH[finish]];
  const name = [left, ...(right === 'none' ? [] : [right]), operator, ...(finish === 'nothing' ? [] : [finish])]
    .join('_')
    .replaceAll('-', '_')
    .toUpperCase();
  return { name, sequence, operator, left, right, finish };
}
