import type { ExceptionName } from '../../isa/index.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { newTuple, tupleOf, type Arguments, type ExceptionObject, type ListObject } from '../objects/index.ts';
import { formatWithObject } from '../operations/format-percent.ts';
import { collect } from '../operations/iteration.ts';
import { repr } from '../operations/text.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { isInt, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { BASE_EXCEPTION, exceptionText, takeArguments } from './exception.ts';

/** What some exceptions can do beside what all can. */
export const EXCEPTION_TYPES: Readonly<Partial<Record<ExceptionName, TypeDefinition>>> = {
  BaseException: BASE_EXCEPTION,

  StopIteration: withMembers(['value'], (machine, self, given) => {
    takeArguments(machine, self, given);
    self.setMember(machine.heap, 'value', given.values[0] ?? null);
    return null;
  }),

  SystemExit: withMembers(['code'], (machine, self, given) => {
    takeArguments(machine, self, given);
    const { items } = self.args;
    self.setMember(machine.heap, 'code', items.length > 1 ? self.args : (items[0] ?? null));
    return null;
  }),

  NameError: withMembers(['name'], (machine, self, given) => takeNamed(machine, self, given, 'NameError', ['name'])),

  AttributeError: withMembers(['name', 'obj'], (machine, self, given) =>
    takeNamed(machine, self, given, 'AttributeError', ['name', 'obj']),
  ),

  ImportError: withMembers(
    ['msg', 'name', 'path'],
    (machine, self, given) => {
      takeNamed(machine, self, given, 'ImportError', ['name', 'path']);
      const { items } = self.args;
      self.setMember(machine.heap, 'msg', items.length === 1 ? items[0] : null);
      return null;
    },
    (machine, self) => {
      const message = self.member('msg');
      return typeof message === 'string' ? message : exceptionText(machine, self);
    },
  ),

  KeyError: {
    methods: {},
    operators: {
      __str__(machine: Machine, self: ExceptionObject): Outcome {
        const { items } = self.args;
        return items.length === 1 ? repr(machine, items[0]) : exceptionText(machine, self);
      },
    },
  },

  OSError: withMembers(['errno', 'strerror', 'filename', 'filename2'], initializeOSError, osErrorText),

  SyntaxError: withMembers(
    ['msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line'],
    initializeSyntaxError,
    syntaxErrorText,
  ),
};

type Initialize = (machine: Machine, self: ExceptionObject, given: Arguments) => Outcome;

/** A class of exceptions that have members, which can be set, and are `None` where nothing has set them. */
function withMembers(
  names: readonly string[],
  initialize: Initialize,
  text?: (machine: Machine, self: ExceptionObject) => Outcome,
): TypeDefinition {
  return {
    methods: {},
    operators: { __init__: initialize, ...(text && { __str__: text }) },
    getters: Object.fromEntries(names.map(name => [name, (self: ExceptionObject) => self.member(name)])),
    setters: Object.fromEntries(names.map(name => [name, memberSetter(name)])),
  };
}

function memberSetter(name: string) {
  return (machine: Machine, self: ExceptionObject, value: Value | undefined): Outcome => {
    self.setMember(machine.heap, name, value ?? null);
    return null;
  };
}

/** Takes arguments of which some may be given by name, which then are members. */
function takeNamed(
  machine: Machine,
  self: ExceptionObject,
  { values, names }: Arguments,
  owner: ExceptionName,
  allowed: readonly string[],
): Outcome {
  const other = names.find(name => !allowed.includes(name));
  if (other !== undefined) raise('TypeError', `'${other}' is an invalid keyword argument for ${owner}()`);
  const positional = values.length - names.length;
  takeArguments(machine, self, { values: values.slice(0, positional), names: [] });
  for (const [index, name] of names.entries()) self.setMember(machine.heap, name, values[positional + index]);
  return null;
}

/** `OSError(errno, strerror, filename, …, filename2)`: of two to five arguments the first two are `args`. */
function initializeOSError(machine: Machine, self: ExceptionObject, given: Arguments): Outcome {
  takeArguments(machine, self, given);
  const { values } = given;
  if (values.length < 2 || values.length > 5) return null;
  const [errno, strerror, filename, , filename2] = values;
  const members = { errno, strerror, filename: filename ?? null, filename2: filename2 ?? null };
  for (const [name, value] of Object.entries(members)) self.setMember(machine.heap, name, value);
  if (members.filename !== null) self.setArgs(machine.heap, newTuple(machine.heap, [errno, strerror]));
  return null;
}

function osErrorText(machine: Machine, self: ExceptionObject): Outcome {
  const [errno, strerror, filename, filename2] = ['errno', 'strerror', 'filename', 'filename2'].map(name =>
    self.member(name),
  );
  if (filename !== null && filename2 !== null) {
    return format(machine, '[Errno %s] %s: %r -> %r', errno, strerror, filename, filename2);
  }
  if (filename !== null) return format(machine, '[Errno %s] %s: %r', errno, strerror, filename);
  return errno !== null && strerror !== null
    ? format(machine, '[Errno %s] %s', errno, strerror)
    : exceptionText(machine, self);
}

/** `SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset]))` */
function initializeSyntaxError(machine: Machine, self: ExceptionObject, given: Arguments): Outcome {
  takeArguments(machine, self, given);
  const { values } = given;
  if (values.length > 0) self.setMember(machine.heap, 'msg', values[0]);
  return values.length === 2 ? andThen(machine, collect(machine, values[1]), placeCollected, self) : null;
}

const PLACE_MEMBERS = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'] as const;

const placeCollected: Step<[ExceptionObject]> = {
  after(machine, list, exception) {
    const { items } = list as ListObject;
    if (items.length < 4) {
      raise('TypeError', `function takes at least 4 arguments (${items.length} given)`);
    }
    if (items.length > 6) raise('TypeError', `function takes at most 6 arguments (${items.length} given)`);
    if (items.length === 5) raise('TypeError', 'end_offset must be provided when end_lineno is provided');
    for (const [index, item] of items.entries()) exception.setMember(machine.heap, PLACE_MEMBERS[index], item);
    return null;
  },
};

function syntaxErrorText(machine: Machine, self: ExceptionObject): Outcome {
  const [message, filename, line] = ['msg', 'filename', 'lineno'].map(name => self.member(name));
  const file = typeof filename === 'string' ? filename.slice(filename.lastIndexOf('/') + 1) : null;
  if (file !== null)
    return isInt(line)
      ? format(machine, '%s (%s, line %d)', message, file, line)
      : format(machine, '%s (%s)', message, file);
  return isInt(line) ? format(machine, '%s (line %d)', message, line) : format(machine, '%s', message);
}

function format(machine: Machine, text: string, ...values: Value[]): Outcome {
  return formatWithObject(machine, text, tupleOf(values));
}
