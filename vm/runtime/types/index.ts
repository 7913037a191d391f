import { EXCEPTIONS, EXCEPTION_NAMES, type ExceptionName } from '../../isa/index.ts';
import { BUILT_IN_TYPES, type TypeDefinition } from './built-in-types.ts';
import { defineType, type NativeMethod } from './definitions.ts';
import { EXCEPTION_TYPES } from './exception-types.ts';
import { constructException, notePlainInitializer } from './exception.ts';
import { OBJECT } from './object.ts';
import { UNHASHABLE_TYPES, operatorsOf, typesWithOperators } from './operators.ts';
import { typeNamed } from './registry.ts';

/** Makes all the types, once: a base before what derives from it. */
defineType('object', null, OBJECT);

for (const [name, { base, ...definition }] of Object.entries(BUILT_IN_TYPES)) {
  const operators = { ...operatorsOf(name), ...definition.operators };
  defineType(name, typeNamed(base ?? 'object'), { ...definition, operators });
}

for (const name of typesWithOperators()) {
  if (!Object.hasOwn(BUILT_IN_TYPES, name)) {
    defineType(name, typeNamed('object'), { methods: {}, operators: operatorsOf(name) });
  }
}

for (const name of UNHASHABLE_TYPES) typeNamed(name).attributes.define('__hash__', null);

for (const name of EXCEPTION_NAMES) {
  const definition = exceptionDefinition(name);
  const base = typeNamed(EXCEPTIONS[name].base ?? 'object');
  const type = defineType(name, base, { ...definition, construct: constructException });
  if (initializerOf(name) === initializerOf('BaseException')) notePlainInitializer(type);
}

/** Each class of exceptions has an `__init__` of its own, which `super()` finds there. */
function exceptionDefinition(name: ExceptionName): TypeDefinition {
  const definition = EXCEPTION_TYPES[name] ?? { methods: {} };
  return { ...definition, operators: { __init__: initializerOf(name), ...definition.operators } };
}

function initializerOf(name: ExceptionName): NativeMethod {
  const { __init__: own } = EXCEPTION_TYPES[name]?.operators ?? {};
  return own ?? initializerOf(EXCEPTIONS[name].base as ExceptionName);
}

export { classOf, exceptionType, specialMethod, typeNamed } from './registry.ts';
