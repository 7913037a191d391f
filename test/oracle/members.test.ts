import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { BUILT_IN_MEMBERS, membersOfType } from '../../vm/index.ts';
import { findPython } from './comparison.ts';

/* What is said of the members of built-in types, beside what the machine has and what CPython says. */

const TYPES = Object.keys(BUILT_IN_MEMBERS);

test.each(TYPES)('of %s exactly what the machine has is described', type => {
  const { methods, attributes } = membersOfType(type);
  const described = Object.entries(BUILT_IN_MEMBERS[type]);
  const named = (isMethod: boolean): string[] =>
    described.filter(([, { signature }]) => signature.endsWith(')') === isMethod).map(([name]) => name);
  expect(named(true).toSorted()).toEqual(methods);
  expect(named(false).toSorted()).toEqual(attributes);
  for (const [name, { signature, summary }] of described) {
    expect(signature.split('(')[0]).toBe(name);
    expect(summary).toMatch(/^[`A-Z].*[^.]$/);
  }
});

/** `{type: {name: signature}}` of the members that CPython gives one. */
const SIGNATURES = `
import json
types = [str, list, dict, set, frozenset, tuple, int, bool, float, range, slice, type(i for i in ()), type]
print(json.dumps({t.__name__: {name: text for name in dir(t) if not name.startswith("__")
    and (text := getattr(getattr(t, name), "__text_signature__", None))} for t in types}))`;

test('methods are called as CPython says', () => {
  const said = JSON.parse(execFileSync(findPython(), ['-c', SIGNATURES], { encoding: 'utf8' })) as Record<
    string,
    Record<string, string>
  >;
  let compared = 0;
  for (const type of TYPES) {
    for (const [name, { signature }] of Object.entries(BUILT_IN_MEMBERS[type])) {
      const theirs = said[type]?.[name];
      if (theirs === undefined || theirs.includes('unrepresentable')) continue;
      expect(`${type}.${signature}`).toBe(`${type}.${name}${withoutObject(theirs)}`);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(60);
});

function withoutObject(signature: string): string {
  const [object, ...others] = signature.slice(1, -1).split(', ');
  if (!object.startsWith('$')) return signature;
  if (others[0] === '/') others.shift();
  return `(${others.join(', ').replaceAll('sys.maxsize', '9223372036854775807')})`;
}
