import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  BoundMethod,
  ClassObject,
  DictObject,
  FunctionObject,
  GeneratorObject,
  InstanceObject,
  ListObject,
  NativeFunction,
  NativeGetter,
  RangeObject,
  SetObject,
  SliceObject,
  TupleObject,
  ExceptionObject,
} from '../objects/index.ts';
import { callLater, type Outcome, type Step } from '../pending.ts';
import { specialMethod } from '../types/registry.ts';
import * as plain from '../values/index.ts';
import { Float, HeapObject, typeName, type Value } from '../values/index.ts';
import { rangeText } from './ranges.ts';

/** `str(value)`: a str. */
export function str(machine: Machine, value: Value): Outcome {
  if (!(value instanceof HeapObject)) return plain.str(value);
  const own = specialMethod(value, '__str__');
  if (own !== undefined) return callLater(own, [value]).thenDo(textOf, '__str__');
  if (value instanceof ExceptionObject) return exceptionText(machine, value);
  return repr(machine, value);
}

/** `repr(value)`: a str. */
export function repr(_machine: Machine, value: Value): Outcome {
  const own = specialMethod(value, '__repr__');
  if (own !== undefined) return callLater(own, [value]).thenDo(textOf, '__repr__');
  return plainRepr(value);
}

/** `str(e)` as the built-in class of the exception gives it. */
export function exceptionText(machine: Machine, exception: ExceptionObject): Outcome {
  const method = exception.class.lookUp('__str__');
  if (method instanceof NativeFunction) return method.run(machine, { values: [exception], names: [] });
  return repr(machine, exception);
}

/** What a method of the program gave has to be a str. */
const textOf: Step<[string]> = {
  after(_machine, result, method) {
    if (typeof result === 'string') return result;
    raise('TypeError', `${method} returned non-string (type ${typeName(result)})`);
  },
};

/** The same as `str` shows it. */
export function plainStr(value: Value): string {
  return typeof value === 'string' ? value : plainRepr(value);
}

/** Data nested deeper than this is not shown. */
const MAXIMUM_DEPTH = 1000;

/** A value as text, without running anything of the program: objects of its classes show themselves as `object` does. */
export function plainRepr(value: Value, depth = 0): string {
  if (value === null || typeof value !== 'object' || value instanceof Float) return plain.repr(value);
  if (depth > MAXIMUM_DEPTH) {
    raise('RecursionError', 'maximum recursion depth exceeded while getting the repr of an object');
  }
  const inner = (each: Value): string => plainRepr(each, depth + 1);
  if (value instanceof ListObject) return `[${value.items.map(inner).join(', ')}]`;
  if (value instanceof TupleObject) {
    const items = value.items.map(inner);
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
  }
  if (value instanceof DictObject) {
    const values = value.table.values();
    return `{${value.table
      .keys()
      .map((key, index) => `${inner(key)}: ${inner(values[index])}`)
      .join(', ')}}`;
  }
  if (value instanceof SetObject) {
    const items = value.table.keys().map(inner).join(', ');
    if (value.isFrozen) return items === '' ? 'frozenset()' : `frozenset({${items}})`;
    return items === '' ? 'set()' : `{${items}}`;
  }
  if (value instanceof RangeObject) return rangeText(value);
  if (value instanceof SliceObject) return `slice(${[value.start, value.stop, value.step].map(inner).join(', ')})`;
  if (value instanceof ClassObject) return `<class '${value.isBuiltIn ? '' : '__main__.'}${value.qualifiedName}'>`;
  if (value instanceof NativeGetter) return `<attribute '${value.name}' of '${value.owner}' objects>`;
  if (value instanceof NativeFunction) {
    if (value.owner === null) return `<built-in function ${value.name}>`;
    return `<${value.isOperator ? 'slot wrapper' : 'method'} '${value.name}' of '${value.owner}' objects>`;
  }
  const address = `0x${value.allocation.toString(16)}`;
  if (value instanceof FunctionObject) return `<function ${value.qualifiedName} at ${address}>`;
  if (value instanceof GeneratorObject) return `<generator object ${value.code.qualifiedName} at ${address}>`;
  if (value instanceof BoundMethod) {
    if (value.function instanceof NativeFunction) {
      const selfAddress = value.self instanceof HeapObject ? value.self.allocation.toString(16) : '0';
      return `<built-in method ${value.function.name} of ${typeName(value.self)} object at 0x${selfAddress}>`;
    }
    const name = value.function instanceof FunctionObject ? value.function.qualifiedName : '?';
    return `<bound method ${name} of ${inner(value.self)}>`;
  }
  if (value instanceof ExceptionObject) {
    const items = value.args.items.map(inner);
    return `${value.class.name}(${items.join(', ')})`;
  }
  if (value instanceof InstanceObject) return `<__main__.${value.class.qualifiedName} object at ${address}>`;
  if (value.typeName === 'NotImplementedType') return 'NotImplemented';
  return `<${value.typeName} object at ${address}>`;
}
