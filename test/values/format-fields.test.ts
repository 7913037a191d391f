import { expect, test } from 'vitest';
import { Float, HeapObject, formatText, str, type Value } from '../../vm/runtime/values/index.ts';
import { answering } from '../../vm/runtime/values/object-request.ts';
import { expectAgreement, type Subject } from './oracle.ts';
import { RandomValues } from './random.ts';

const FORMAT_TEXT: Subject = {
  name: 'str.format',
  run: (text: string, positional: readonly Value[], named: readonly [string, Value][]) => {
    const step = formatText(text, { positional, named: new Map(named) }).next();
    return step.done === true ? step.value : `asked for ${step.value.kind}`;
  },
};

test('str.format agrees with CPython', () => {
  const random = new RandomValues('fields');
  const named: readonly [string, Value][] = [
    ['a', 7],
    ['b', 'text'],
    ['w', 12],
    ['é', new Float(2.5)],
  ];
  const pieces = [
    ...'{}!:[].015٣abwérs<😀',
    ...'{{ }} >8 {} {0} {1} {:>{w}} {:{}} {a!r:} {b!s:>9} {a:{w}} {:{:{}}} {!r} {!a} {c} {é} {0!x}'.split(' '),
  ];
  const cases = random.times(8_000, () => ({
    subject: FORMAT_TEXT,
    values: [
      random.times(random.below(8), () => random.pick(pieces)).join(''),
      random.times(random.below(4), () => argument(random)),
      named,
    ],
  }));
  // Accessors are asked for; what they give is not this layer's.
  expectAgreement(cases.filter(({ values: [text] }) => !/\{[^{}:!]*[.[]/.test(text as string)));
});

test('what is wrong behind a name says what CPython says', () => {
  const wrong = [
    '{0.}',
    '{0[}',
    '{0[]}',
    '{0[1]x}',
    '{0[1].}',
    '{0[1',
    '{0..a}',
    '{0.a',
    '{.}',
    '{a[}]}',
    '{0[99999999999999999999]}',
  ];
  expectAgreement(
    wrong.flatMap(text =>
      [[], ['abc']].map(positional => ({
        subject: {
          ...FORMAT_TEXT,
          run: (text: string, positional: readonly Value[]) => answerItems(text, positional),
        },
        values: [text, positional, []],
      })),
    ),
  );
});

test('objects are asked for items, attributes, texts and formats', () => {
  class Thing extends HeapObject {
    allocation = 0;
    epoch = 0;
    mark = 0;
    override readonly typeName = 'Thing';
  }
  const thing = new Thing();
  const formatting = formatText('{0.name[3][x]!r}{0:>{1}}', { positional: [thing, 4], named: { mapping: thing } });
  expect(formatting.next().value).toEqual({ kind: 'attribute', object: thing, name: 'name' });
  expect(formatting.next(5).value).toEqual({ kind: 'item', object: 5, key: 3 });
  expect(formatting.next(thing).value).toEqual({ kind: 'item', object: thing, key: 'x' });
  expect(formatting.next(thing).value).toEqual({ kind: 'repr', object: thing });
  expect(formatting.next('a').value).toEqual({ kind: 'format', object: thing, spec: '>4' });
  expect(formatting.next('b')).toEqual({ done: true, value: 'ab' });
});

/** What becomes a width must be of moderate size, to fit into memory. */
function argument(random: RandomValues): Value {
  const value = random.value();
  if (typeof value === 'string') return value.replace(/\d{3,}/g, '');
  if (value instanceof Float) return new Float(random.pick([0.5, -2.25, 1e16, NaN, Infinity]));
  return typeof value === 'number' || typeof value === 'bigint' ? random.smallInt(20) : value;
}

/** Answers items of strings, as much as is needed to get to the error behind them. */
function answerItems(text: string, positional: readonly Value[]): string {
  return answering(formatText(text, { positional, named: new Map() }), request =>
    request.kind === 'item' ? str(request.object)[Number(request.key)] : undefined,
  );
}
