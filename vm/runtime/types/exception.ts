import { onlyArgument } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  ExceptionObject,
  ListObject,
  NativeFunction,
  newList,
  newTuple,
  type Arguments,
  type ClassObject,
  type Construct,
} from '../objects/index.ts';
import { construct } from '../operations/construct.ts';
import { collect } from '../operations/iteration.ts';
import { builtInRepr, repr, str } from '../operations/text.ts';
import { andThen, later, type Outcome, type Step } from '../pending.ts';
import { typeName, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { ATTRIBUTE_OPERATORS } from './object.ts';
import { exceptionType } from './registry.ts';

/** `BaseException(*args)`, and every class below it. */
export const constructException: Construct = (machine, type, given) => {
  const { initializer } = type;
  const isPlain =
    given.names.length === 0 && initializer instanceof NativeFunction && plainInitializers.has(initializer);
  const args = newTuple(machine.heap, isPlain ? given.values : positionalArguments(type, given));
  const exception = machine.allocate(new ExceptionObject(type, args));
  // The plain `__init__` would set the same arguments once more.
  return isPlain ? exception : construct(machine, type, exception, given);
};

function positionalArguments(type: ClassObject, { values, names }: Arguments): readonly Value[] {
  return leavesArguments(type) ? [] : values.slice(0, values.length - names.length);
}

/** Those `__init__` that only take the arguments: each class has its own, and most do the same. */
const plainInitializers = new WeakSet<NativeFunction>();

/** Notes that the `__init__` of a class is one of them. */
export function notePlainInitializer({ initializer }: ClassObject): void {
  plainInitializers.add(initializer as NativeFunction);
}

/** Whether it is left to `__init__` to take the arguments: in classes below `OSError` that have one of their own. */
function leavesArguments(type: ClassObject): boolean {
  return type.lookUpOwn('__init__') !== undefined && type.isSubclassOf(exceptionType('OSError'));
}

/** What all exceptions can do. */
export const BASE_EXCEPTION: TypeDefinition = {
  methods: {
    with_traceback(machine: Machine, self: ExceptionObject, given: Arguments): Outcome {
      setTraceback(machine, self, onlyArgument('BaseException.with_traceback', given));
      return self;
    },

    add_note(machine: Machine, self: ExceptionObject, given: Arguments): Outcome {
      const note = onlyArgument('BaseException.add_note', given);
      if (typeof note !== 'string') raise('TypeError', `note must be a str, not '${typeName(note)}'`);
      const notes = self.attributes.get('__notes__') ?? newList(machine.heap, []);
      if (!(notes instanceof ListObject)) raise('TypeError', 'Cannot add note: __notes__ is not a list');
      self.attributes.set(machine.heap, '__notes__', notes);
      notes.push(machine.heap, note);
      return null;
    },
  },

  operators: {
    ...ATTRIBUTE_OPERATORS,

    __init__(machine: Machine, self: ExceptionObject, given: Arguments): Outcome {
      takeArguments(machine, self, given);
      return null;
    },

    __str__: (machine: Machine, self: ExceptionObject): Outcome => exceptionText(machine, self),

    __repr__: (machine: Machine, self: ExceptionObject): Outcome => builtInRepr(machine, self),
  },

  getters: {
    args: (self: ExceptionObject) => self.args,
    __cause__: (self: ExceptionObject) => self.member('__cause__'),
    __context__: (self: ExceptionObject) => self.member('__context__'),
    __traceback__: (self: ExceptionObject) => self.member('__traceback__'),
    __suppress_context__: (self: ExceptionObject) => self.member('__suppress_context__') === true,
  },

  setters: {
    args(machine: Machine, self: ExceptionObject, value: Value | undefined): Outcome {
      if (value === undefined) raise('TypeError', 'args may not be deleted');
      return andThen(machine, collect(machine, value), argsCollected, self);
    },

    __cause__(machine: Machine, self: ExceptionObject, value: Value | undefined): Outcome {
      setOrigin(machine, self, 'cause', value);
      self.setMember(machine.heap, '__suppress_context__', true);
      return null;
    },

    __context__(machine: Machine, self: ExceptionObject, value: Value | undefined): Outcome {
      setOrigin(machine, self, 'context', value);
      return null;
    },

    __traceback__(machine: Machine, self: ExceptionObject, value: Value | undefined): Outcome {
      if (value === undefined) raise('TypeError', '__traceback__ may not be deleted');
      setTraceback(machine, self, value);
      return null;
    },

    __suppress_context__(machine: Machine, self: ExceptionObject, value: Value | undefined): Outcome {
      if (value === undefined) raise('TypeError', "can't delete numeric/char attribute");
      if (typeof value !== 'boolean') raise('TypeError', 'attribute value type must be bool');
      self.setMember(machine.heap, '__suppress_context__', value);
      return null;
    },
  },
};

/** Makes the positional arguments of an `__init__` the exception's; raises where there are others. */
export function takeArguments(machine: Machine, self: ExceptionObject, { values, names }: Arguments): void {
  if (names.length > 0) raise('TypeError', `${self.class.name}() takes no keyword arguments`);
  const isSame = values.length === self.args.items.length && values.every((value, at) => value === self.args.items[at]);
  if (!isSame) self.setArgs(machine.heap, newTuple(machine.heap, values));
}

/** `str(e)`: nothing, the argument, or all of them as a tuple. Exceptions whose argument is an exception may nest deep. */
export function exceptionText(machine: Machine, exception: ExceptionObject): Outcome {
  let { args } = exception;
  const depth = Math.max(machine.limits.depth - machine.frameCount, 1);
  for (let left = depth; left > 0; left--) {
    if (args.items.length !== 1) return args.items.length === 0 ? '' : repr(machine, args);
    const [argument] = args.items;
    if (!(argument instanceof ExceptionObject)) return str(machine, argument);
    if (argument.class.lookUp('__str__') !== plainText()) return later(argument).thenDo(text);
    ({ args } = argument);
  }
  raise('RecursionError', 'maximum recursion depth exceeded while getting the str of an object');
}

/** `BaseException.__str__` */
function plainText(): Value | undefined {
  return exceptionType('BaseException').attributes.get('__str__');
}

const text: Step<[]> = { after: str };

const argsCollected: Step<[ExceptionObject]> = {
  after(machine, list, exception) {
    exception.setArgs(machine.heap, newTuple(machine.heap, (list as ListObject).items.slice()));
    return null;
  },
};

function setOrigin(machine: Machine, self: ExceptionObject, what: 'cause' | 'context', value: Value | undefined): void {
  if (value === undefined) raise('TypeError', `__${what}__ may not be deleted`);
  if (value !== null && !(value instanceof ExceptionObject)) {
    raise('TypeError', `exception ${what} must be None or derive from BaseException`);
  }
  self.setMember(machine.heap, `__${what}__`, value);
}

/** There are no tracebacks as values. */
function setTraceback(machine: Machine, self: ExceptionObject, value: Value): void {
  if (value !== null) raise('TypeError', '__traceback__ must be a traceback or None');
  self.setMember(machine.heap, '__traceback__', null);
}
