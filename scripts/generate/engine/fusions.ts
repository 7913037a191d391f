/** Where an operand of a fused instruction comes from: what the instruction before has pushed, or a load that is part of it. */
export type OperandSource = 'stack' | 'local' | 'slot';

/** Instructions that often follow each other, and are done as one. */
export interface Fusion {
  readonly name: string;
  /** The words that it replaces, in their order. */
  readonly sequence: readonly string[];
  readonly operator: string;
  readonly left: OperandSource;
  readonly right: OperandSource;
  readonly finish: 'nothing' | 'store-local' | 'store-slot' | 'jump-if-false';
}

const LOADS: Readonly<Record<OperandSource, readonly string[]>> = {
  stack: [],
  local: ['LOAD_LOCAL'],
  slot: ['LOAD_SLOT'],
};

const OPERANDS: readonly (readonly [OperandSource, OperandSource])[] = [
  ['local', 'local'],
  ['local', 'slot'],
  ['slot', 'slot'],
  ['stack', 'local'],
  ['stack', 'slot'],
];

const FINISH: Readonly<Record<Fusion['finish'], readonly string[]>> = {
  nothing: [],
  'store-local': ['STORE_LOCAL'],
  'store-slot': ['STORE_SLOT'],
  'jump-if-false': ['JUMP_IF_FALSE'],
};

/** The longest first: the linker takes the first that fits. */
export const FUSIONS: readonly Fusion[] = [
  ...['ADD', 'SUB'].flatMap(operator =>
    OPERANDS.filter(([left]) => left !== 'slot').map(([left, right]) => fusion(operator, left, right, 'store-local')),
  ),
  ...['ADD', 'SUB', 'MUL'].flatMap(operator =>
    OPERANDS.filter(([left]) => left !== 'slot').map(([left, right]) => fusion(operator, left, right, 'nothing')),
  ),
  fusion('LOAD_INDEX', 'local', 'local', 'nothing'),
  fusion('LOAD_INDEX', 'local', 'slot', 'nothing'),
  fusion('LOAD_INDEX', 'local', 'local', 'store-local'),
  fusion('LOAD_INDEX', 'local', 'slot', 'store-local'),
  fusion('MOD', 'stack', 'slot', 'nothing'),
  fusion('MOD', 'stack', 'slot', 'store-local'),
  fusion('MOD', 'local', 'slot', 'nothing'),
  ...['LT', 'LE', 'GT', 'GE', 'EQ', 'NE'].flatMap(operator => [
    fusion(operator, 'local', 'local', 'jump-if-false'),
    fusion(operator, 'local', 'slot', 'jump-if-false'),
    fusion(operator, 'stack', 'slot', 'jump-if-false'),
  ]),
].toSorted((a, b) => b.sequence.length - a.sequence.length);

function fusion(operator: string, left: OperandSource, right: OperandSource, finish: Fusion['finish']): Fusion {
  const sequence = [...LOADS[left], ...LOADS[right], operator, ...FINISH[finish]];
  const name = [left, right, operator, ...(finish === 'nothing' ? [] : [finish])]
    .join('_')
    .replaceAll('-', '_')
    .toUpperCase();
  return { name, sequence, operator, left, right, finish };
}
