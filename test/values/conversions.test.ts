import { expect, test } from 'vitest';
import {
  Float,
  absolute,
  ascii,
  chr,
  codePointAtIndex,
  codePointLength,
  divmod,
  isTrue,
  ord,
  prefixedDigits,
  raiseUnsupportedDivmod,
  repr,
  round,
  sliceCodePoints,
  stepCodePoints,
  str,
  toFloat,
  toInt,
  toIntWithBase,
  type Value,
} from '../../vm/runtime/values/index.ts';
import { expectAgreement, type Subject } from './oracle.ts';
import { RandomValues, doubleOfBits } from './random.ts';

const STR: Subject = { name: 'str', run: str };
const REPR: Subject = { name: 'repr', run: repr };
const ASCII: Subject = { name: 'ascii', run: ascii };
const INT: Subject = { name: 'int', run: toInt };
const INT_WITH_BASE: Subject = { name: 'int', run: toIntWithBase };
const FLOAT: Subject = { name: 'float', run: toFloat };
const ROUND: Subject = { name: 'round', run: round };

test('str, repr and ascii agree with CPython', () => {
  const random = new RandomValues('text');
  const subjects = [STR, REPR, ASCII];
  expectAgreement(random.times(10_000, () => ({ subject: random.pick(subjects), values: [random.value()] })));
});

test('the repr of any float agrees with CPython and reads back', () => {
  const random = new RandomValues('float repr');
  const floats = random.times(15_000, () => (random.below(3) === 0 ? random.double() : doubleOfBits(random.bits(64))));
  expectAgreement(floats.map(value => ({ subject: REPR, values: [new Float(value)] })));
  for (const value of floats) expect(toFloat(repr(new Float(value))).value).toBe(value);
});

test('numbers are read from text as in CPython', () => {
  const random = new RandomValues('number text');
  const pieces = [
    '',
    '0',
    '1',
    '7',
    '12',
    '_',
    '.',
    'e',
    'E',
    '+',
    '-',
    ' ',
    '\n',
    '0x',
    '0B',
    '0o',
    'f',
    'z',
    '٣',
    '𝟘',
    '\u3000',
    '\x1c',
    '\x85',
    'inf',
    'nan',
    'InFinity',
    '😀',
    '\ud800',
    '\0',
  ];
  const text = (): string => random.times(random.below(7), () => random.pick(pieces)).join('');
  const long = (): string => random.int().toString(random.pick([2, 8, 10, 16, 36, 7]));
  expectAgreement([
    ...random.times(12_000, () => ({
      subject: random.pick([INT, FLOAT]),
      values: [random.below(4) ? text() : long()],
    })),
    ...random.times(12_000, () => ({
      subject: INT_WITH_BASE,
      values: [
        random.below(3) ? text() : long(),
        random.below(30) === 0 ? random.value() : random.pick([0, 2, 8, 10, 16, 36, 7, 1, 37]),
      ],
    })),
    ...random.times(5000, () => ({ subject: random.pick([INT, FLOAT]), values: [random.value()] })),
    ...random.times(5000, () => ({ subject: FLOAT, values: [decimalText(random)] })),
    ...['a', 'é', '😀', "'"].map(letter => ({ subject: INT, values: [letter.repeat(300)] })),
    { subject: FLOAT, values: ['1'.repeat(900) + 'e-400'] },
  ]);
});

test('rounding agrees with CPython', () => {
  const random = new RandomValues('round');
  const digits = (): Value =>
    random.below(30) === 0
      ? random.pick([true, 'a', new Float(1), 10 ** 15, 2n ** 70n])
      : random.pick([null, random.smallInt(4), random.smallInt(25), random.smallInt(330)]);
  expectAgreement([
    ...random.times(15_000, () => ({
      subject: ROUND,
      values: [random.below(40) ? random.number() : random.value(), digits()],
    })),
    ...random.times(5000, () => ({
      subject: ROUND,
      values: [new Float(random.below(10 ** 6) / random.pick([8, 16, 1000, 64])), random.below(5)],
    })),
    { subject: ROUND, values: [new Float(5), -(10n ** 30n)] },
  ]);
});

test('the other conversions agree with CPython', () => {
  const random = new RandomValues('conversions');
  const subjects: Subject[] = [
    { name: 'abs', run: absolute },
    { name: 'bool', run: isTrue },
    { name: 'bin', run: (value: Value) => prefixedDigits(value, 2) },
    { name: 'oct', run: (value: Value) => prefixedDigits(value, 8) },
    { name: 'hex', run: (value: Value) => prefixedDigits(value, 16) },
    { name: 'chr', run: chr },
    { name: 'ord', run: ord },
  ];
  const divide: Subject = {
    name: 'divmod',
    run: (left: Value, right: Value) => divmod(left, right) ?? raiseUnsupportedDivmod(left, right),
  };
  expectAgreement([
    ...random.times(8000, () => ({ subject: random.pick(subjects), values: [random.value()] })),
    ...random.times(2000, () => ({ subject: subjects[5], values: [random.below(0x112000)] })),
    ...random.times(2000, () => ({ subject: subjects[6], values: [random.character()] })),
    ...random.times(5000, () => ({
      subject: divide,
      values: [random.number(), random.below(9) ? random.number() : random.value()],
    })),
  ]);
});

test('strings are sequences of code points', () => {
  const random = new RandomValues('code points');
  const length: Subject = { name: 'len', run: codePointLength };
  const index: Subject = { name: 'index', run: codePointAtIndex };
  const slice: Subject = {
    name: 'slice',
    run: (text: string, start: number, stop: number) => sliceCodePoints(text, start, stop),
  };
  const stepped: Subject = { name: 'slice', run: steppedSlice };
  const texts = random.times(400, () => random.text() + (random.below(3) ? '' : random.text().repeat(20)));
  expectAgreement(
    texts.flatMap(text => {
      const count = codePointLength(text);
      const start = random.below(count + 1);
      const stop = random.below(count + 1);
      return [
        { subject: length, values: [text] },
        ...random.times(count === 0 ? 0 : 10, () => ({ subject: index, values: [text, random.below(count)] })),
        { subject: slice, values: [text, start, stop, 1] },
        { subject: stepped, values: [text, start, stop, random.pick([1, 2, 3, 7])] },
        { subject: stepped, values: [text, Math.min(start, count - 1), stop, -random.pick([1, 2, 3, 7])] },
      ].filter(({ values }) => (values[1] ?? 0) !== -1);
    }),
  );
});

function steppedSlice(text: string, start: number, stop: number, step: number): string {
  return stepCodePoints(text, start, step, Math.max(0, Math.ceil((stop - start) / step)));
}

function decimalText(random: RandomValues): string {
  const digits = random.times(1 + random.below(25), () => random.below(10)).join('');
  const fraction = random.below(2) ? `.${random.times(random.below(25), () => random.below(10)).join('')}` : '';
  return `${digits}${fraction}e${random.smallInt(330)}`;
}
