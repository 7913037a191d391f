import { describe, expect, test } from 'vitest';
import { STR_METHODS, toInt, type Value } from '../../vm/runtime/values/index.ts';
import { isAssigned } from '../../vm/runtime/values/unicode-14.ts';
import { ask, expectAgreement, type Case, type Subject } from './oracle.ts';

/** All of Unicode in which anything is assigned, but for the private planes. */
const PART = 0x2000;
const PARTS = Array.from({ length: 0x110000 / PART }, (_, part) => [part * PART, (part + 1) * PART]).filter(
  ([first]) => first < 0x32000 || first === 0xe0000,
);

const QUESTIONS = 'alpha alnum decimal digit numeric upper lower title space printable identifier ascii'
  .split(' ')
  .map(name => `is${name}`);
const MAPPINGS = 'upper lower title casefold swapcase capitalize'.split(' ');

const version: Subject = { name: 'unicode', run: () => '14.0.0' };
const [{ expected, found }] = ask([{ subject: version, values: [] }]);
const isSameVersion = expected === found;
if (!isSameVersion) console.log(`python3 knows Unicode ${expected}: the tables of Unicode 14 are not compared with it`);

describe.runIf(isSameVersion)('every code point', () => {
  test('is assigned or not as in CPython', () => {
    const subject: Subject = {
      name: 'unassigned',
      run: () => Array.from({ length: 0x110000 }, (_, code) => (isAssigned(code) ? '0' : '1')).join(''),
    };
    const [answer] = ask([{ subject, values: [] }]);
    expect(answer.found === answer.expected).toBe(true);
  });

  test('has the classes that it has in CPython', () => {
    const subject: Subject = {
      name: 'classify',
      run: (names: string[], first: number, last: number) =>
        names.map(name => everyPoint(first, last, point => (applied(name, point) === true ? '1' : '0')).join('')),
    };
    const cases = PARTS.flatMap(([first, last]) => QUESTIONS.map(name => ({ subject, values: [[name], first, last] })));
    expect(differences(cases)).toEqual([]);
  });

  test('has the other cases that it has in CPython', () => {
    const subject: Subject = {
      name: 'map',
      run: (name: string, first: number, last: number) =>
        everyPoint(first, last, point => applied(name, point) as string),
    };
    const cases = PARTS.flatMap(([first, last]) => MAPPINGS.map(name => ({ subject, values: [name, first, last] })));
    expect(differences(cases)).toEqual([]);
  });

  test('is the digit that it is in CPython', () => {
    const subject: Subject = {
      name: 'numbers',
      run: (first: number, last: number) =>
        everyPoint(first, last, point => (applied('isdecimal', point) === true ? toInt(point) : null)),
    };
    expectAgreement(PARTS.map(values => ({ subject, values })));
  });

  test('stands before and within words as in CPython', () => {
    // The final sigma depends on whether what is before it is cased, or is looked past.
    const lower: Subject = { name: 'method', run: (text: string) => applied('lower', text) };
    const cases: Case[] = [];
    for (let code = 0; code < 0x20000; code += code < 0x3000 ? 1 : 7) {
      if (code < 0xd800 || code > 0xdfff) cases.push(sigmasAround(lower, code));
    }
    for (const code of CHANGED_SINCE) cases.push(sigmasAround(lower, code));
    expectAgreement(cases);
  });
});

/** Code points whose case changed behind Unicode 14. */
const CHANGED_SINCE = [0x0295, 0x10fc, 0xa7f2, 0xa7f3, 0xa7f4, 0xab69, 0x1171e];

function sigmasAround(subject: Subject, code: number): Case {
  const point = String.fromCodePoint(code);
  return { subject, values: [`A${point}Σ ${point}Σ AΣ${point} AΣ${point}A`, 'lower'] };
}

function everyPoint<Item>(first: number, last: number, make: (point: string) => Item): Item[] {
  return Array.from({ length: last - first }, (_, index) => make(String.fromCodePoint(first + index)));
}

function applied(method: string, text: string): Value {
  return STR_METHODS.get(method)?.apply(text) as Value;
}

/** The questions and the first code points at which the answers differ. */
function differences(cases: readonly Case[]): string[] {
  return ask(cases)
    .filter(answer => answer.expected !== answer.found)
    .map(({ case: { values }, expected, found }) => {
      const [here, there] = [found, expected].map(text => (JSON.parse(text) as unknown[]).flatMap(spread));
      const index = here.findIndex((item, at) => item !== there[at]);
      return `${values[0] as string}: U+${((values[1] as number) + index).toString(16)} ${here[index]} here, ${there[index]} in CPython`;
    });
}

/** Bits of a class one by one; mapped code points as they are. */
function spread(item: unknown): string[] {
  const text = String(item);
  return /^[01]{100,}$/.test(text) ? [...text] : [text];
}
