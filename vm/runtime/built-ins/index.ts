import { BUILT_INS, type BuiltInName } from '../../isa/index.ts';
import { NativeFunction, type NativeCode } from '../objects/index.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { typeNamed } from '../types/index.ts';
import type { Value } from '../values/index.ts';
import { iterationBuiltIns } from './iteration.ts';
import { numberBuiltIns } from './numbers.ts';
import { objectBuiltIns } from './objects.ts';
import { textBuiltIns } from './text.ts';

/** What the built-in functions do. The types are in `types/`. */
const FUNCTIONS: { readonly [N in BuiltInName]?: NativeCode } = {
  ...numberBuiltIns,
  ...textBuiltIns,
  ...iterationBuiltIns,
  ...objectBuiltIns,
};

const values = new Map<string, Value>();

/** A built-in by its name; `undefined` when there is none. Always the same object, for all machines. */
export function builtInNamed(name: string): Value | undefined {
  if (!Object.hasOwn(BUILT_INS, name)) return undefined;
  let value = values.get(name);
  if (value === undefined) {
    value = makeBuiltIn(name as BuiltInName);
    values.set(name, value);
  }
  return value;
}

function makeBuiltIn(name: BuiltInName): Value {
  switch (BUILT_INS[name].kind) {
    case 'function':
      return new NativeFunction(name, null, FUNCTIONS[name] as NativeCode);
    case 'type':
    case 'exception':
      return typeNamed(name);
    case 'constant':
      return NOT_IMPLEMENTED;
  }
}
