/** How objects show themselves in the text of `repr`: those that hold others by a layout, all others by a fixed text. */
import {
  BoundMethod,
  ClassObject,
  DictObject,
  DictView,
  ExceptionObject,
  FunctionObject,
  GeneratorObject,
  ListObject,
  MethodWrapper,
  NativeFunction,
  NativeGetter,
  RangeObject,
  SetObject,
  SliceObject,
  TupleObject,
  tupleOf,
  type HashTable,
  ShapedObject,
} from '../objects/index.ts';
import { HeapObject, typeName, type Value } from '../values/index.ts';
import { NOT_IMPLEMENTED } from './not-implemented.ts';
import { rangeText } from './ranges.ts';

/** The text around the parts of an object, which are read one by one: an object that changes meanwhile shows as it then is. */
export interface Layout {
  readonly open: string;
  /** Stands for the object inside itself; `null` where nothing keeps it from being shown there again. */
  readonly again: string | null;
  /** One past the last place for a part. */
  readonly places: () => number;
  /** The part at a place; `undefined` where there is none. */
  readonly part: (place: number) => Value | undefined;
  /** Stands before the part at a place, which is not the first one. */
  readonly separator: (place: number) => string;
  /** Stands behind the parts, of which there were so many. */
  readonly close: (count: number) => string;
}

/** How an object that holds others shows itself; `undefined` for one that `atomText` shows. */
export function layoutOf(object: HeapObject): Layout | undefined {
  if (object instanceof ListObject) return sequence('[', () => object.items, ']', '[...]');
  if (object instanceof TupleObject) {
    const layout = sequence('(', () => object.items, ')', '(...)');
    return { ...layout, close: count => (count === 1 ? ',)' : ')') };
  }
  if (object instanceof DictObject) return layoutOfDict(object.table);
  if (object instanceof SetObject) return layoutOfSet(object);
  if (object instanceof DictView) return layoutOfView(object);
  if (object instanceof SliceObject) return sequence('slice(', () => [object.start, object.stop, object.step], ')');
  if (object instanceof ExceptionObject) return layoutOfException(object);
  if (object instanceof MethodWrapper) return sequence(`<${object.typeName}(`, () => [object.function], ')>');
  if (object instanceof BoundMethod && !(object.function instanceof NativeFunction)) {
    return sequence(`<bound method ${calleeName(object.function)} of `, () => [object.self], '>');
  }
  return undefined;
}

/** The text of an object that holds no others that it would show. */
export function atomText(object: HeapObject): string {
  if (object instanceof RangeObject) return rangeText(object);
  if (object instanceof ClassObject) return `<class '${object.isBuiltIn ? '' : '__main__.'}${object.qualifiedName}'>`;
  if (object instanceof NativeGetter) return `<attribute '${object.name}' of '${object.owner}' objects>`;
  if (object instanceof NativeFunction) {
    const { name, owner } = object;
    if (owner === null) return `<built-in function ${name}>`;
    return `<${object.isOperator ? 'slot wrapper' : 'method'} '${name}' of '${owner}' objects>`;
  }
  if (object === NOT_IMPLEMENTED) return 'NotImplemented';
  if (object instanceof BoundMethod) {
    const kind = object.typeName === 'method-wrapper' ? 'method-wrapper' : 'built-in method';
    const name =
      object.typeName === 'method-wrapper' ? `'${calleeName(object.function)}'` : calleeName(object.function);
    return `<${kind} ${name} of ${typeName(object.self)} object at ${address(object.self)}>`;
  }
  const at = `at ${address(object)}>`;
  if (object instanceof FunctionObject) return `<function ${calleeName(object)} ${at}`;
  if (object instanceof GeneratorObject) return `<generator object ${object.code.qualifiedName} ${at}`;
  return instanceText(object);
}

/** An object as `object` itself shows it. */
export function instanceText(object: Value): string {
  const type = object instanceof ShapedObject ? object.class : null;
  const name = type === null || type.isBuiltIn ? typeName(object) : `__main__.${type.qualifiedName}`;
  return `<${name} object at ${address(object)}>`;
}

function address(value: Value): string {
  return `0x${(value instanceof HeapObject ? Math.abs(value.allocation) : 0).toString(16)}`;
}

function calleeName(callee: Value): string {
  if (callee instanceof FunctionObject) return callee.qualifiedName;
  if (callee instanceof ClassObject) return callee.qualifiedName;
  return callee instanceof NativeFunction ? callee.name : '?';
}

function sequence(open: string, items: () => readonly Value[], close: string, again: string | null = null): Layout {
  return {
    open,
    again,
    places: () => items().length,
    part: place => items()[place],
    separator: () => ', ',
    close: () => close,
  };
}

/** Keys stand at the even places, their values behind them. */
function layoutOfDict(table: HashTable): Layout {
  return {
    open: '{',
    again: '{...}',
    places: () => 2 * table.end,
    part(place) {
      const entry = Math.floor(place / 2);
      const key = table.keyAt(entry);
      return place % 2 === 0 || key === undefined ? key : table.valueAt(entry);
    },
    separator: place => (place % 2 === 0 ? ', ' : ': '),
    close: () => '}',
  };
}

function layoutOfSet({ table, isFrozen, typeName: name }: SetObject): Layout {
  const isBare = table.size === 0;
  const isNamed = isBare || isFrozen;
  return {
    open: `${isNamed ? `${name}(` : ''}${isBare ? '' : '{'}`,
    again: `${name}(...)`,
    places: () => table.end,
    part: place => table.keyAt(place),
    separator: () => ', ',
    close: () => `${isBare ? '' : '}'}${isNamed ? ')' : ''}`,
  };
}

function layoutOfView({ dict: { table }, of, typeName: name }: DictView): Layout {
  return {
    open: `${name}([`,
    again: '...',
    places: () => table.end,
    part(place) {
      const key = table.keyAt(place);
      if (key === undefined || of === 'keys') return key;
      return of === 'values' ? table.valueAt(place) : tupleOf([key, table.valueAt(place)]);
    },
    separator: () => ', ',
    close: () => '])',
  };
}

/** One argument stands in parentheses, several as the tuple that they are. */
function layoutOfException(exception: ExceptionObject): Layout {
  const { name } = exception.class;
  const { items } = exception.args;
  return items.length === 1 ? sequence(`${name}(`, () => items, ')') : sequence(name, () => [exception.args], '');
}
