import type { BuiltInName } from '../../isa/index.ts';
import { raise } from '../errors.ts';
import type { NativeCode } from '../objects/index.ts';
import { loadAttribute } from '../operations/attributes.ts';
import { indexOrValue } from '../operations/conversions.ts';
import { format } from '../operations/format.ts';
import { repr, str } from '../operations/text.ts';
import { truth } from '../operations/truth.ts';
import { Pending, andThen, callLater, type Outcome, type Step } from '../pending.ts';
import type { Machine } from '../machine.ts';
import { newTuple, type TupleObject } from '../objects/index.ts';
import { HeapObject, chr, ord, typeName, type Value } from '../values/index.ts';
import { keywordArguments, onlyArgument, placedArguments } from './arguments.ts';

/** Built-ins that make text, write it or read it. */
export const textBuiltIns = {
  chr: (machine, given) => andThen(machine, indexOrValue(machine, onlyArgument('chr', given)), character),
  ord: (_machine, given) => ord(onlyArgument('ord', given)),
  repr: (machine, given) => repr(machine, onlyArgument('repr', given)),

  format(machine, given) {
    const [value, spec] = placedArguments('format', given, 1, 2);
    if (spec !== undefined && typeof spec !== 'string') {
      raise('TypeError', `format() argument 2 must be str, not ${spec === null ? 'None' : typeName(spec)}`);
    }
    return format(machine, value, spec ?? '');
  },

  print(machine, given) {
    const { positional, named } = keywordArguments('print', given, ['sep', 'end', 'file', 'flush']);
    const separator = textOption('sep', named.get('sep'), ' ');
    const end = textOption('end', named.get('end'), '\n');
    const file = named.get('file') ?? null;
    if (file !== null) {
      const pieces = positional.flatMap((value, index) => (index === 0 ? [value] : [separator, value]));
      return printTo(machine, file, newTuple(machine.heap, [...pieces, end]), 0, named.get('flush') ?? false);
    }
    return printAll(machine, newTuple(machine.heap, positional), 0, '', separator, end);
  },

  input(machine, given) {
    const [prompt] = placedArguments('input', given, 0, 1);
    return prompt === undefined ? machine.readLine() : andThen(machine, str(machine, prompt), lineBehind);
  },
} satisfies { readonly [N in BuiltInName]?: NativeCode };

const character: Step<[]> = { after: (_machine, code) => chr(code) };

const lineBehind: Step<[]> = { after: (machine, prompt) => machine.readLine(prompt as string) };

function textOption(name: string, value: Value | undefined, otherwise: string): string {
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'string') return value;
  raise('TypeError', `${name} must be None or a string, not ${typeName(value)}`);
}

/** Goes on printing: `text` is what the values before `from` gave. */
function printAll(
  machine: Machine,
  values: TupleObject,
  from: number,
  text: string,
  separator: string,
  end: string,
): Outcome {
  let line = text;
  for (let index = from; index < values.items.length; index++) {
    if (index > 0) line += separator;
    // What stands before an object is out when that says what it is: it may print something itself, or raise an error.
    if (values.items[index] instanceof HeapObject && line !== '') {
      machine.host.write(line);
      line = '';
    }
    const part = str(machine, values.items[index]);
    if (part instanceof Pending) return part.thenDo(printRest, values, index + 1, line, separator, end);
    line += part as string;
  }
  machine.host.write(line + end);
  return null;
}

const printRest: Step<[TupleObject, number, string, string, string]> = {
  after: (machine, part, values, from, text, separator, end) =>
    printAll(machine, values, from, text + (part as string), separator, end),
};

/** Gives the pieces from `from` on to a file's `write`, one by one. */
function printTo(machine: Machine, file: Value, pieces: TupleObject, from: number, flush: Value): Outcome {
  if (from === pieces.items.length) return andThen(machine, truth(machine, flush), flushed, file);
  return andThen(machine, loadAttribute(machine, file, 'write'), writePiece, file, pieces, from, flush);
}

type PrintSlots = [file: Value, pieces: TupleObject, index: number, flush: Value];

const writePiece: Step<PrintSlots> = {
  after: (machine, write, file, pieces, index, flush) =>
    andThen(machine, str(machine, pieces.items[index]), callWrite, write, file, pieces, index, flush),
};

const callWrite: Step<[write: Value, ...PrintSlots]> = {
  after: (_machine, text, write, ...slots) => callLater(write, [text]).thenDo(printNext, ...slots),
};

const printNext: Step<PrintSlots> = {
  after: (machine, _result, file, pieces, index, flush) => printTo(machine, file, pieces, index + 1, flush),
};

const flushed: Step<[file: Value]> = {
  after: (machine, isWanted, file) =>
    isWanted === true ? andThen(machine, loadAttribute(machine, file, 'flush'), callFlush) : null,
};

const callFlush: Step<[]> = { after: (_machine, flush) => callLater(flush, []).thenDo(nothing) };

const nothing: Step<[]> = { after: () => null };
