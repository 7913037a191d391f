import { expect, test } from 'vitest';
import {
  STR_METHODS,
  endsWith,
  join,
  startsWith,
  translate,
  translationKey,
  translationOfTexts,
  type Value,
} from '../../vm/runtime/values/index.ts';
import { expectAgreement, type Case, type Data, type Subject } from './oracle.ts';
import { RandomValues } from './random.ts';

/** `text.name(…)`, for any number of arguments that CPython would take. */
const METHOD: Subject = {
  name: 'method',
  run: (text: string, name: string, ...given: Value[]) =>
    STR_METHODS.get(name)?.apply(text, given[0], given[1], given[2]),
};

const NAMES = [...STR_METHODS.keys()];

test('the methods of str agree with CPython on arguments of the right types', () => {
  const random = new RandomValues('methods');
  expectAgreement(random.times(15_000, () => methodCase(random, (name, text) => rightArguments(random, name, text))));
});

test('the methods of str agree with CPython on arguments of the wrong types', () => {
  const random = new RandomValues('wrong arguments');
  expectAgreement(
    random.times(6_000, () =>
      methodCase(random, (name, text) =>
        rightArguments(random, name, text).map(argument => (random.below(2) ? wrongArgument(random) : argument)),
      ),
    ),
  );
});

test('prefixes and suffixes may be several', () => {
  const random = new RandomValues('affixes');
  const run = (text: string, name: string, affixes: readonly Value[], ...bounds: Value[]): Data =>
    (name === 'startswith' ? startsWith : endsWith)(text, affixes, bounds[0], bounds[1]);
  expectAgreement(
    random.times(4000, () => {
      const text = random.text();
      const affixes = random.times(random.below(4), () => (random.below(9) ? part(random, text) : random.value()));
      return {
        subject: { name: 'method', run },
        values: [text, random.pick(['startswith', 'endswith']), affixes, ...bounds(random)],
      };
    }),
  );
});

test('join agrees with CPython', () => {
  const random = new RandomValues('join');
  const subject: Subject = {
    name: 'method',
    run: (separator: string, _name: string, items: readonly Value[]) => join(separator, items),
  };
  expectAgreement(
    random.times(2000, () => ({
      subject,
      values: [
        random.pick(['', ',', '😀']),
        'join',
        random.times(random.below(5), () => (random.below(9) ? random.character() : random.value())),
      ],
    })),
  );
});

test('translations agree with CPython', () => {
  const random = new RandomValues('translate');
  const subject: Subject = {
    name: 'maketrans',
    run: (from: Value, to: Value, deleted: Value) => [...new Map(translationOfTexts(from, to, deleted))],
  };
  expectAgreement(
    random
      .times(3000, () => {
        const from = random.text();
        const to = random.below(4) ? [...from].toReversed().join('') : random.text();
        return {
          subject,
          values: [random.below(20) ? from : random.value(), to, random.below(9) ? random.text() : random.value()],
        };
      })
      .filter(({ values }) => values.every(hasNoLoneSurrogate)),
  );
  // The keys of `str.maketrans(dict)`.
  const single: Subject = {
    name: 'maketrans',
    run: (pairs: readonly (readonly [Value, Value])[]) => [
      ...new Map(pairs.map(([key, value]) => [translationKey(key), value])),
    ],
  };
  const key = (): Value => random.pick([random.character(), random.int(), 'ab', '', null]);
  expectAgreement(
    random.times(500, () => ({
      subject: { ...single, name: 'maketrans of pairs' },
      values: [random.times(random.below(3), () => [key(), random.int()])],
    })),
  );
  const table = new Map<number, Value>(translationOfTexts('ab😀', 'xyz', 'c'));
  expect(translate('abc😀d', code => table.get(code))).toBe('xyzd');
  expect(translate('abcd', code => ({ 97: null, 98: 'BB', 99: 0x1f600 })[code])).toBe('BB😀d');
});

function methodCase(random: RandomValues, choose: (name: string, text: string) => readonly Value[]): Case {
  const name = random.pick(NAMES);
  const text = random.below(3)
    ? random.text()
    : random.times(random.below(8), () => random.pick([...' \t\naAbB.,-+Σσ'])).join('');
  return { subject: METHOD, values: [text, name, ...choose(name, text)] };
}

function rightArguments(random: RandomValues, name: string, text: string): Value[] {
  const wanted = part(random, text);
  switch (name) {
    case 'find':
    case 'rfind':
    case 'index':
    case 'rindex':
    case 'count':
    case 'startswith':
    case 'endswith':
      return [wanted, ...bounds(random)];
    case 'replace':
      return [wanted, random.text(), ...(random.below(2) ? [random.smallInt(4)] : [])];
    case 'split':
    case 'rsplit':
      return [random.below(2) ? null : wanted, random.smallInt(4)].slice(0, random.below(3));
    case 'splitlines':
      return [random.below(2) === 1].slice(0, random.below(2));
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return [random.below(4) ? random.text() : null].slice(0, random.below(2));
    case 'removeprefix':
    case 'removesuffix':
    case 'partition':
    case 'rpartition':
      return [wanted];
    case 'ljust':
    case 'rjust':
    case 'center':
      return [random.smallInt(40), random.character()].slice(0, 1 + random.below(2));
    case 'zfill':
      return [random.smallInt(40)];
    case 'expandtabs':
      return [random.smallInt(10)].slice(0, random.below(2));
    default:
      return [];
  }
}

/** No int that would fit into memory only just. */
function wrongArgument(random: RandomValues): Value {
  const value = random.value();
  return typeof value === 'number' ? random.smallInt(50) : value;
}

/** A piece of a text, or something else. */
function part(random: RandomValues, text: string): string {
  const points = [...text];
  const start = random.below(points.length + 1);
  const piece = points.slice(start, start + random.below(3)).join('');
  return random.pick([piece, piece, random.character(), '', text]);
}

function bounds(random: RandomValues): Value[] {
  const bound = (): Value => random.pick([null, random.smallInt(6), random.smallInt(40), 10n ** 30n, -(10n ** 30n)]);
  return random.times(random.below(3), bound);
}

function hasNoLoneSurrogate(data: Data): boolean {
  return typeof data !== 'string' || !/\p{Cs}/u.test(data);
}
