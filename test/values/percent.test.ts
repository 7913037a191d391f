import { expect, test } from 'vitest';
import { HeapObject, binaryOperation, formatPercent, type Value } from '../../vm/runtime/values/index.ts';
import { raise } from '../../vm/runtime/errors.ts';
import { answering } from '../../vm/runtime/values/object-request.ts';
import { expectAgreement, type Subject } from './oracle.ts';
import { RandomValues } from './random.ts';

const ONE: Subject = { name: 'MOD', run: (format: string, value: Value) => binaryOperation('MOD', format, value) };

/** A tuple of plain values: nothing needs to be asked. */
const TUPLE: Subject = {
  name: 'MOD',
  run: (format: string, values: readonly Value[]) => {
    return answering(formatPercent(format, { values, mapping: undefined }), () => raise('SystemExit', 'no object'));
  },
};

test('% with one value agrees with CPython', () => {
  const random = new RandomValues('percent');
  expectAgreement(random.times(10_000, () => ({ subject: ONE, values: [conversion(random), random.value()] })));
});

test('% with a tuple agrees with CPython', () => {
  const random = new RandomValues('percent tuple');
  expectAgreement(
    random.times(6_000, () => ({
      subject: TUPLE,
      values: [
        random.times(1 + random.below(3), () => random.pick(['', 'a%%', '😀']) + conversion(random)).join(''),
        random.times(random.below(5), () => argument(random)),
      ],
    })),
  );
});

test('% with a format that is wrong agrees with CPython', () => {
  const random = new RandomValues('wrong percent');
  const pieces = [...'%%%()-+ #0123.*hlLdixXofeEgGcsray', 'é', '😀', '\ud800', '\x1e', '\x7f', '99999999999999999999'];
  expectAgreement(
    random.times(8_000, () => ({
      subject: TUPLE,
      values: [
        `%${random.times(random.below(7), () => random.pick(pieces)).join('')}`,
        random.times(random.below(4), () =>
          random.below(2) ? random.smallInt(20) : random.pick([null, 'a', 2n ** 70n]),
        ),
      ],
    })),
  );
});

test('% asks for what it does not know of an object', () => {
  class Thing extends HeapObject {
    allocation = 0;
    epoch = 0;
    mark = 0;
    override readonly typeName = 'Thing';
  }
  const thing = new Thing();
  const formatting = formatPercent('%(a)5s|%d|%.1f', { values: [thing], mapping: thing });
  expect(formatting.next().value).toEqual({ kind: 'item', object: thing, key: 'a' });
  expect(formatting.next(thing).value).toEqual({ kind: 'str', object: thing });
  expect(formatting.next('abc').value).toEqual({ kind: 'int', object: thing });
});

/** An int of moderate size may become a width, which must fit into memory. */
function argument(random: RandomValues): Value {
  const value = random.value();
  return typeof value === 'number' || random.below(2) ? random.smallInt(20) : value;
}

/** One conversion, mostly of a kind that there is. */
function conversion(random: RandomValues): string {
  const flags = random.times(random.below(3), () => random.pick([...'-+ #0'])).join('');
  const width = random.pick(['', '', String(random.below(25)), random.below(9) ? '' : '*']);
  const precision = random.pick(['', '', `.${random.below(12)}`, random.below(9) ? '.' : '.*']);
  return `%${flags}${width}${precision}${random.pick([...'diuoxXeEfFgGcrsa', ...'dfsd'])}`;
}
