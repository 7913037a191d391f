import { EXCEPTIONS, EXCEPTION_NAMES } from '../../isa/index.ts';
import { BUILT_IN_TYPES } from './built-in-types.ts';
import { defineType } from './definitions.ts';
import { constructException, exceptionMethods } from './exception.ts';
import { constructObject, objectMethods } from './object.ts';
import { typeNamed } from './registry.ts';

/** Makes all the types, once: a base before what derives from it. */
defineType('object', null, { methods: objectMethods, construct: constructObject });

for (const [name, { base, ...definition }] of Object.entries(BUILT_IN_TYPES)) {
  defineType(name, typeNamed(base ?? 'object'), definition);
}

for (const name of EXCEPTION_NAMES) {
  const { base } = EXCEPTIONS[name];
  const methods = base === null ? exceptionMethods : {};
  defineType(name, typeNamed(base ?? 'object'), { methods, construct: constructException });
}

export { classOf, exceptionType, specialMethod, typeNamed } from './registry.ts';
