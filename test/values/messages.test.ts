import { test } from 'vitest';
import {
  Float,
  absolute,
  binaryOperation,
  chr,
  contains,
  divmod,
  inPlaceOperation,
  ord,
  order,
  powerModulo,
  prefixedDigits,
  raiseUnsupportedDivmod,
  round,
  toFloat,
  toInt,
  toIntWithBase,
  unaryOperation,
  type BinaryOperator,
  type OrderOperator,
  type UnaryOperator,
  type Value,
} from '../../vm/runtime/values/index.ts';
import { expectAgreement, type Case, type Subject } from './oracle.ts';

/** One value of each plain type, with those that every operation has an opinion about. */
const VALUES: readonly Value[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  10n ** 400n,
  new Float(0),
  new Float(-1.5),
  new Float(NaN),
  new Float(-Infinity),
  '',
  'a',
  'ab',
];

const BINARY: readonly BinaryOperator[] = [
  'ADD',
  'SUB',
  'MUL',
  'DIV',
  'FLOOR_DIV',
  'MOD',
  'POW',
  'BIT_AND',
  'BIT_OR',
  'BIT_XOR',
  'SHIFT_LEFT',
  'SHIFT_RIGHT',
];

test('every operation on every pair of types says what CPython says', () => {
  const subjects: Subject[] = [
    ...BINARY.flatMap(operator => [
      { name: operator, run: (left: Value, right: Value) => binaryOperation(operator, left, right) },
      { name: `INPLACE_${operator}`, run: (left: Value, right: Value) => inPlaceOperation(operator, left, right) },
    ]),
    ...(['LT', 'LE', 'GT', 'GE'] as OrderOperator[]).map(operator => ({
      name: operator,
      run: (left: Value, right: Value) => order(operator, left, right),
    })),
    { name: 'CONTAINS', run: contains },
    { name: 'divmod', run: (left: Value, right: Value) => divmod(left, right) ?? raiseUnsupportedDivmod(left, right) },
    { name: 'round', run: round },
    { name: 'int', run: toIntWithBase },
  ];
  const pairs = VALUES.flatMap(left => VALUES.map(right => [left, right]));
  expectAgreement(
    subjects.flatMap(subject => pairs.filter(pair => isQuick(subject, pair)).map(values => ({ subject, values }))),
  );
});

test('every operation on one value says what CPython says', () => {
  const subjects: Subject[] = [
    ...(['NEGATE', 'POSITIVE', 'BIT_NOT', 'NOT'] as UnaryOperator[]).map(operator => ({
      name: operator,
      run: (operand: Value) => unaryOperation(operator, operand),
    })),
    { name: 'abs', run: absolute },
    { name: 'chr', run: chr },
    { name: 'ord', run: ord },
    { name: 'int', run: toInt },
    { name: 'float', run: toFloat },
    { name: 'hex', run: (value: Value) => prefixedDigits(value, 16) },
  ];
  expectAgreement(subjects.flatMap(subject => VALUES.map(value => ({ subject, values: [value] }))));
});

test('powers to a modulus say what CPython says', () => {
  const subject: Subject = { name: 'pow', run: powerModulo };
  const few = VALUES.filter(value => typeof value !== 'bigint');
  expectAgreement(
    few.flatMap(base =>
      few.flatMap(exponent =>
        few.filter(modulus => modulus !== null).map(modulus => ({ subject, values: [base, exponent, modulus] })),
      ),
    ),
  );
});

test('what is too large says what CPython says, and does not end the host', () => {
  const cases: [BinaryOperator, Value, Value][] = [
    ['SHIFT_LEFT', 1, 2n ** 62n],
    ['SHIFT_LEFT', 1, 2n ** 64n],
    ['SHIFT_LEFT', 1, 30n * (2n ** 61n - 8n)],
    ['SHIFT_LEFT', 1, 30n * (2n ** 61n - 8n) + 1n],
    ['SHIFT_LEFT', 2n ** 60n, 30n * (2n ** 61n - 10n)],
    ['SHIFT_LEFT', 2n ** 60n, 30n * (2n ** 61n - 10n) + 1n],
    ['SHIFT_LEFT', -(10n ** 30n), 10n ** 30n],
    ['SHIFT_LEFT', 0, 10n ** 30n],
    ['SHIFT_RIGHT', 1, 10n ** 30n],
    ['SHIFT_RIGHT', -(10n ** 30n), 10n ** 30n],
    ['MUL', 'a', 2n ** 62n],
    ['MUL', 'ab', 2n ** 62n],
    ['MUL', 2n ** 62n, 'é😀'],
    ['MUL', '', 2n ** 62n],
    ['MUL', 'a', -(2n ** 62n)],
    ['MUL', 'a', 10n ** 30n],
    ['MUL', '', -(10n ** 30n)],
    ['POW', new Float(2), 10n ** 400n],
    ['POW', 10n ** 400n, -1],
    ['POW', new Float(10), new Float(400)],
    ['DIV', 10n ** 400n, 3],
    ['DIV', 3, 10n ** 400n],
    ['DIV', 10n ** 400n, 10n ** 100n],
  ];
  expectAgreement(
    cases.map(([operator, ...values]): Case => ({
      subject: { name: operator, run: (left: Value, right: Value) => binaryOperation(operator, left, right) },
      values,
    })),
  );
});

/** Leaves out what would compute for ages in CPython. */
function isQuick({ name }: Subject, [left, right]: readonly Value[]): boolean {
  return typeof right !== 'bigint' || !/POW|SHIFT_LEFT|MUL/.test(name) || typeof left === 'object';
}
