import type { BuiltInName } from '../../isa/index.ts';
import { raise } from '../errors.ts';
import { ClassObject, type NativeCode } from '../objects/index.ts';
import { deleteAttribute, storeAttribute } from '../operations/attribute-changes.ts';
import { attributeName, attributeNames, namesInScope, sortedNames } from '../operations/attribute-names.ts';
import { loadAttribute, loadAttributeOr, NO_ATTRIBUTE } from '../operations/attributes.ts';
import { isCallable } from '../operations/calls.ts';
import { derivesFrom } from '../operations/class-tests.ts';
import { identity } from '../operations/identity.ts';
import { Pending, callLater, type Step } from '../pending.ts';
import { callMethod } from '../operations/method-calls.ts';
import { classOf, specialMethod } from '../types/registry.ts';
import { exactArguments, onlyArgument, placedArguments } from './arguments.ts';

/** Built-ins about objects as such. */
export const objectBuiltIns = {
  callable: (_machine, given) => isCallable(onlyArgument('callable', given)),

  id: (_machine, given) => identity(onlyArgument('id', given)),

  isinstance(_machine, given) {
    const values = exactArguments('isinstance', given, 2);
    const message = 'isinstance() arg 2 must be a type, a tuple of types, or a union';
    return derivesFrom(classOf(values[0]), values[1]) ?? raise('TypeError', message);
  },

  issubclass(_machine, given) {
    const [type, classes] = exactArguments('issubclass', given, 2);
    if (!(type instanceof ClassObject)) raise('TypeError', 'issubclass() arg 1 must be a class');
    const message = 'issubclass() arg 2 must be a class, a tuple of classes, or a union';
    return derivesFrom(type, classes) ?? raise('TypeError', message);
  },

  getattr(machine, given) {
    const [object, name, otherwise] = placedArguments('getattr', given, 2, 3);
    if (otherwise === undefined) return loadAttribute(machine, object, attributeName(name));
    return loadAttributeOr(machine, object, attributeName(name), otherwise);
  },

  hasattr(machine, given) {
    const [object, name] = exactArguments('hasattr', given, 2);
    const outcome = loadAttributeOr(machine, object, attributeName(name), NO_ATTRIBUTE);
    return outcome instanceof Pending ? outcome.thenDo(isThere) : outcome !== NO_ATTRIBUTE;
  },

  setattr(machine, given) {
    const [object, name, value] = exactArguments('setattr', given, 3);
    return storeAttribute(machine, object, attributeName(name), value);
  },

  delattr(machine, given) {
    const [object, name] = exactArguments('delattr', given, 2);
    return deleteAttribute(machine, object, attributeName(name));
  },

  dir(machine, given) {
    const [object] = placedArguments('dir', given, 0, 1);
    if (object === undefined) return sortedNames(machine, namesInScope(machine));
    const own = specialMethod(object, '__dir__');
    if (own === undefined) return attributeNames(machine, object);
    return callMethod(own, [object]).thenDo(sorted);
  },
} satisfies { readonly [N in BuiltInName]?: NativeCode };

const isThere: Step<[]> = { after: (_machine, value) => value !== NO_ATTRIBUTE };

const sorted: Step<[]> = {
  after: (machine, names) => callLater(machine.builtIn('sorted') ?? null, [names]),
};
