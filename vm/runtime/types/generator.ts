import { onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ClassObject, ExceptionObject, TupleObject, type Arguments, type GeneratorObject } from '../objects/index.ts';
import { Pending, andThen, callLater, type Outcome, type Step } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { exceptionType } from './registry.ts';

export const GENERATOR: TypeDefinition = {
  methods: {
    send(_machine: Machine, self: GeneratorObject, given: Arguments): Outcome {
      return new Pending({ kind: 'send', generator: self, value: onlyArgument('generator.send', given) });
    },

    throw(machine: Machine, self: GeneratorObject, given: Arguments): Outcome {
      const [type, value = null, trace = null] = placedArguments('throw', given, 1, 3);
      if (trace !== null) raise('TypeError', 'throw() third argument must be a traceback object');
      return andThen(machine, exceptionOf(type, value), throwInto, self);
    },

    close(machine: Machine, self: GeneratorObject, { values, names }: Arguments): Outcome {
      if (names.length > 0) raise('TypeError', 'generator.close() takes no keyword arguments');
      if (values.length > 0) raise('TypeError', `generator.close() takes no arguments (${values.length} given)`);
      const exit = machine.allocate(new ExceptionObject(exceptionType('GeneratorExit')));
      return throwAt(self, exit).thenDo(hasEnded);
    },
  },
  getters: {
    gi_running: (self: GeneratorObject) => self.state === 'running',
    gi_suspended: (self: GeneratorObject) => self.state === 'suspended',
    __name__: (self: GeneratorObject) => self.code.name,
    __qualname__: (self: GeneratorObject) => self.code.qualifiedName,
  },
};

/** The exception that `throw(type, value)` raises. */
function exceptionOf(type: Value, value: Value): Outcome {
  if (type instanceof ExceptionObject) {
    if (value === null) return type;
    raise('TypeError', 'instance exception may not have a separate value');
  }
  if (!(type instanceof ClassObject) || !type.isSubclassOf(exceptionType('BaseException'))) {
    const found = typeName(type);
    raise('TypeError', `exceptions must be classes or instances deriving from BaseException, not ${found}`);
  }
  if (value instanceof ExceptionObject && value.class.isSubclassOf(type)) return value;
  const given = value === null ? [] : value instanceof TupleObject ? value.items : [value];
  return callLater(type, given);
}

function throwAt(generator: GeneratorObject, error: ExceptionObject): Pending {
  return new Pending({ kind: 'throw', generator, error });
}

const throwInto: Step<[GeneratorObject]> = {
  after(_machine, error, generator) {
    if (error instanceof ExceptionObject) return throwAt(generator, error);
    raise('TypeError', 'exceptions must derive from BaseException');
  },
};

/** What `close` comes to: the generator had to end. */
const hasEnded: Step<[]> = {
  after: () => raise('RuntimeError', 'generator ignored GeneratorExit'),
  rescues: ['GeneratorExit', 'StopIteration'],
  rescue: () => null,
};
