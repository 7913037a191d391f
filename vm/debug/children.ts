import {
  BoundMethod,
  Cell,
  ClassObject,
  DictObject,
  DictView,
  ExceptionObject,
  FunctionObject,
  GeneratorObject,
  InstanceObject,
  ListObject,
  MethodWrapper,
  PropertyObject,
  RangeObject,
  SetObject,
  SliceObject,
  TupleObject,
  type OwnAttributes,
  type Value,
} from '../runtime/index.ts';
import { normalizeInt } from '../runtime/values/index.ts';
import { describeValue } from './describe-value.ts';
import type { NamedValue } from './variables.ts';

/** What a value holds, for people who look into it. Items are made when they are asked for: there may be very many. */
export interface Children {
  readonly named: readonly NamedValue[];
  readonly itemCount: number;
  /** The items from `start` up to `end`, which is not one of them and at most `itemCount`, under the names that show their places. */
  items(start: number, end: number): NamedValue[];
}

/** What a value holds; most hold nothing. Takes a time that does not depend on how many items there are. */
export function childrenOf(value: Value): Children {
  if (value instanceof ListObject || value instanceof TupleObject) return indexed(value.items);
  if (value instanceof DictObject) return entriesOf(value);
  if (value instanceof DictView) return entriesOf(value.dict);
  if (value instanceof SetObject) return membersOf(value);
  if (value instanceof RangeObject) return rangeItems(value);
  const named = namedChildren(value);
  return named.length === 0 ? NOTHING : { ...NOTHING, named };
}

const NOTHING: Children = { named: [], itemCount: 0, items: () => [] };

/** Items under their indices. */
export function indexed(values: readonly Value[]): Children {
  return {
    named: [],
    itemCount: values.length,
    items: (start, end) =>
      values.slice(start, Math.max(start, end)).map((value, offset) => ({ name: `[${start + offset}]`, value })),
  };
}

function entriesOf({ table }: DictObject): Children {
  return {
    named: [],
    itemCount: table.size,
    items(start, end) {
      const values = table.values().slice(start, Math.max(start, end));
      const keys = table.keys().slice(start, Math.max(start, end));
      return keys.map((key, index) => ({ name: `[${describeValue(key, LONGEST_NAME).text}]`, value: values[index] }));
    },
  };
}

function membersOf({ table }: SetObject): Children {
  return { ...NOTHING, itemCount: table.size, items: (start, end) => indexed(table.keys()).items(start, end) };
}

/** UTF-16 units of a key that stands for a name. */
const LONGEST_NAME = 60;

function namedChildren(value: Value): NamedValue[] {
  if (value instanceof InstanceObject) return [...attributesOf(value), { name: '__class__', value: value.class }];
  if (value instanceof ExceptionObject) return [{ name: 'args', value: value.args }, ...attributesOf(value)];
  if (value instanceof FunctionObject) return [...capturedVariables(value), ...attributesOf(value)];
  if (value instanceof ClassObject) return value.isBuiltIn ? [] : [...writtenAttributes(value), ...basesOf(value)];
  if (value instanceof GeneratorObject) return variablesOfGenerator(value);
  if (value instanceof BoundMethod) {
    return [
      { name: '__self__', value: value.self },
      { name: '__func__', value: value.function },
    ];
  }
  if (value instanceof Cell) return value.value === undefined ? [] : [{ name: 'value', value: value.value }];
  if (value instanceof MethodWrapper) return [{ name: '__func__', value: value.function }];
  if (value instanceof PropertyObject) {
    return [
      { name: 'fget', value: value.getter },
      { name: 'fset', value: value.setter },
      { name: 'fdel', value: value.deleter },
    ];
  }
  if (value instanceof SliceObject) {
    return [
      { name: 'start', value: value.start },
      { name: 'stop', value: value.stop },
      { name: 'step', value: value.step },
    ];
  }
  return [];
}

/** Without the label that every class gets. */
function writtenAttributes(type: ClassObject): NamedValue[] {
  return attributesOf(type).filter(({ name }) => name !== '__module__');
}

function attributesOf({ attributes }: { readonly attributes: OwnAttributes }): NamedValue[] {
  return attributes.entries().map(([name, value]) => ({ name, value }));
}

function basesOf({ bases }: ClassObject): NamedValue[] {
  return bases.map((value, index) => ({ name: bases.length === 1 ? 'base' : `base ${index + 1}`, value }));
}

/** The variables that a function has captured, as they are now. */
function capturedVariables(value: FunctionObject): NamedValue[] {
  return value.code.code.captures.flatMap((name, index) => bound(name, value.cells[index].value));
}

/** The locals of a generator that has not finished. */
function variablesOfGenerator({ code, frame }: GeneratorObject): NamedValue[] {
  if (frame === null) return [];
  const cellNames = [...code.cells.map(cell => cell.name), ...code.captures];
  return [
    ...code.locals.flatMap((name, slot) => bound(name, frame.locals[slot])),
    ...cellNames.flatMap((name, index) => bound(name, frame.cells[index].value)),
  ];
}

function bound(name: string, value: Value | undefined): NamedValue[] {
  return value === undefined ? [] : [{ name, value }];
}

function rangeItems(range: RangeObject): Children {
  const itemCount = Number(range.length > LARGEST_COUNT ? LARGEST_COUNT : range.length);
  return {
    named: [],
    itemCount,
    items: (start, end) =>
      Array.from({ length: Math.max(0, Math.min(end, itemCount) - start) }, (_, index) => ({
        name: `[${start + index}]`,
        value: normalizeInt(range.start + BigInt(start + index) * range.step),
      })),
  };
}

/** Items beyond this many are not shown: indices are 31-bit numbers for most clients. */
const LARGEST_COUNT = 2n ** 31n - 1n;
