import { EXCEPTIONS, EXCEPTION_NAMES } from '../../isa/index.ts';
import { BUILT_IN_TYPES } from './built-in-types.ts';
import { defineType } from './definitions.ts';
import { EXCEPTION_TYPES } from './exception-types.ts';
import { constructException } from './exception.ts';
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
  const definition = EXCEPTION_TYPES[name] ?? { methods: {} };
  defineType(name, typeNamed(EXCEPTIONS[name].base ?? 'object'), { ...definition, construct: constructException });
}

export { classOf, exceptionType, specialMethod, typeNamed } from './registry.ts';
