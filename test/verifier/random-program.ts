import { MNEMONICS, instructionNamed, type Mnemonic } from '../../vm/index.ts';
import { BodyWriter, effectOf } from './body-writer.ts';
import { pick, randomFrom, type Random } from './random.ts';

/**
 * A program that assembles: any instructions in any order, jumps that lead anywhere, and between them pieces that make sense:
 * tries (nested, left by jumps, with too few or too many `POP_TRY`), loops over iterators, generators that are driven on,
 * instances whose classes define operators, calls with names and with collected arguments. Most instructions find the values
 * that they take, in text order at least, and most variables are stored at the start, so that runs come some way.
 *
 * The same seed gives the same program. It reads four lines of input at most a round, and may run for ever and call without
 * end: whoever runs it bounds its instructions and its depth. Either it has jumps backwards or instructions by which a
 * value can double in size, but for recursion; so in a few hundred instructions no value becomes too large to print.
 */
export function randomProgram(seed: number): string {
  const random = randomFrom(seed);
  const context: Context = { random, jumpsBack: random() < 0.5 };
  const functions = FUNCTIONS.map(({ header, isGenerator }) => randomFunction(context, header, isGenerator ?? false));
  const classes = CLASSES.map(({ name, base }) => randomClass(context, name, base));
  const stores = VARIABLES.filter(() => random() < 0.7).flatMap(name => [
    `LOAD_CONST ${pick(random, CONSTANTS)}`,
    `STORE_VAR ${name}`,
  ]);
  const setup = random() < 0.6 ? INSTANCES : [];
  return [...functions, ...classes, ...stores, ...setup, ...randomBody(context, IN_MAIN)].join('\n');
}

interface Context {
  readonly random: Random;
  readonly jumpsBack: boolean;
  readonly isMethod?: boolean;
}

const FUNCTIONS: readonly { readonly header: string; readonly isGenerator?: boolean }[] = [
  { header: 'f' },
  { header: 'g a' },
  { header: 'h a b=1' },
  { header: 'k a *rest c=2 **named' },
  { header: 'gen a', isGenerator: true },
];
const CALLS = (
  'f 0, g 1, h 1, h 2, h 1 a, h 2 b, k 1, k 2 c, k 2 x, gen 1, ' +
  'len 1, str 1, int 1, iter 1, range 1, print 0, ValueError 1, KeyError 0, list 1, next 1'
).split(', ');
const CLASSES: readonly { readonly name: string; readonly base: string }[] = [
  { name: 'C', base: 'object' },
  { name: 'D', base: 'C' },
  { name: 'E', base: 'ValueError' },
];
/** Makes the classes, and an instance of the second in `o`. */
const INSTANCES = CLASSES.flatMap(({ name, base }) => [
  `LOAD_VAR ${base}`,
  `MAKE_CLASS ${name} 1`,
  `STORE_VAR ${name}`,
]).concat('LOAD_VAR D', 'CALL 0', 'STORE_VAR o');
const METHODS = (
  'm self a=1, __init__ self, __add__ self other, __radd__ self other, __iadd__ self other, __eq__ self other, ' +
  '__lt__ self other, __bool__ self, __len__ self, __str__ self, __neg__ self, __iter__ self, __next__ self, ' +
  '__contains__ self item, __getitem__ self key, __call__ self a=1, __hash__ self, __getattr__ self name, ' +
  '__setitem__ self key value, __mod__ self other'
).split(', ');
const VARIABLES = ['a', 'b', 'x', 'y', 'len', 'o', 'C', 'E'];
const ATTRIBUTES = ['m', 'x', 'a', 'append', 'args', 'send', 'throw', '__class__', '__init__', 'keys'];
const EXCEPTIONS = ['ValueError', 'KeyError', 'Exception', 'StopIteration', 'E'];
const CONSTANTS = ['0', '1', '2', '-3', '1.5', '0.0', '"a"', '"ab"', '"%d"', '""', 'None', 'True', 'False'];

/** Under these a value may grow beyond all bounds in a few steps. */
const EXPLODING: readonly Mnemonic[] = ['POW', 'INPLACE_POW', 'SHIFT_LEFT', 'INPLACE_SHIFT_LEFT'];
/** By these it may double. */
const DOUBLING: ReadonlySet<string> = new Set(
  (
    'ADD MUL INPLACE_ADD INPLACE_MUL MOD INPLACE_MOD ' +
    'BUILD_LIST BUILD_TUPLE BUILD_SET BUILD_DICT BUILD_STRING APPEND STORE_INDEX'
  ).split(' '),
);
const IN_METHODS = MNEMONICS.filter(mnemonic => !EXPLODING.includes(mnemonic) && mnemonic !== 'YIELD');
const IN_FUNCTIONS = IN_METHODS.filter(mnemonic => mnemonic !== 'LOAD_SUPER');
const IN_MAIN = IN_FUNCTIONS.filter(mnemonic => instructionNamed(mnemonic)?.flow !== 'return');
const PUSHES: readonly Mnemonic[] = ['LOAD_CONST', 'LOAD_CONST', 'LOAD_VAR', 'MAKE_FUNC'];

function randomFunction(context: Context, header: string, isGenerator: boolean): string {
  const mnemonics = isGenerator ? [...IN_FUNCTIONS, 'YIELD' as const, 'YIELD' as const] : IN_FUNCTIONS;
  const first = isGenerator ? ['LOAD_VAR a', 'YIELD', 'POP_TOP'] : [];
  return [`.func ${header}`, ...first, ...randomBody(context, mnemonics, first.length), '.end'].join('\n');
}

function randomClass(context: Context, name: string, base: string): string {
  const { random } = context;
  const methods = METHODS.filter((_, index) => random() < (index === 0 ? 0.9 : 0.2)).map(header =>
    [`.func ${header}`, ...randomBody({ ...context, isMethod: true }, IN_METHODS), '.end'].join('\n'),
  );
  return [`.class ${name} ; derives from ${base}`, ...methods, '.end'].join('\n');
}

/** Instructions, each with a label; behind them most often a return, where there may be one. `offset` stand before them. */
function randomBody(context: Context, mnemonics: readonly Mnemonic[], offset = 0): string[] {
  const { random, jumpsBack } = context;
  const allowed = jumpsBack ? mnemonics.filter(mnemonic => !DOUBLING.has(mnemonic)) : mnemonics;
  const writer = new BodyWriter(random, jumpsBack, offset);
  const length = 2 + Math.floor(random() * 18);
  while (writer.length < length) writePiece(context, writer, allowed, 0);
  if (mnemonics.includes('RETURN_VALUE') && random() < 0.8) {
    writer.write('LOAD_VAR', pick(random, VARIABLES));
    writer.write('RETURN_VALUE');
  }
  return writer.lines();
}

function writePiece(context: Context, writer: BodyWriter, mnemonics: readonly Mnemonic[], depth: number): void {
  const { random } = context;
  const piece = depth < 3 && random() < 0.15 ? pick(random, PIECES) : writeInstruction;
  piece(context, writer, mnemonics, depth);
}

type Piece = typeof writePiece;

const writeInstruction: Piece = (context, writer, mnemonics) => {
  const { random } = context;
  let mnemonic = pick(random, mnemonics);
  let operands = operandsOf(random, mnemonic);
  if (effectOf(mnemonic, operands).pops > writer.height && random() < 0.95) {
    mnemonic = pick(random, PUSHES);
    operands = operandsOf(random, mnemonic);
  }
  writer.write(mnemonic, ...operands);
};

/** A try around some pieces; now and then one that is left without `POP_TRY`, or removes one handler too many. */
const writeTry: Piece = (context, writer, mnemonics, depth) => {
  const { random } = context;
  const { height } = writer;
  const handler = writer.forward();
  const end = writer.forward();
  writer.write('SETUP_TRY', handler);
  writePieces(context, writer, mnemonics, depth);
  while (writer.height > height && random() < 0.9) writer.write('POP_TOP');
  if (random() < 0.9) writer.write('POP_TRY');
  if (random() < 0.05) writer.write('POP_TRY');
  writer.write('JUMP', end);
  writer.place(handler, height + 1);
  if (random() < 0.5) {
    writer.write('LOAD_VAR', pick(random, EXCEPTIONS));
    writer.write('EXC_MATCH');
    writer.write('POP_TOP');
  }
  if (random() < 0.2) writer.write('RAISE');
  else writer.write(pick(random, ['POP_TOP', 'POP_TOP', 'PRINT'] as const));
  writer.place(end, height);
};

/** A loop over something short. */
const writeLoop: Piece = (context, writer, mnemonics, depth) => {
  const { random } = context;
  const { height } = writer;
  const end = writer.forward();
  if (random() < 0.3) {
    writer.write('LOAD_CONST', pick(random, ['1', '2']));
    writer.write('CALL_FUNC', pick(random, ['gen 1', 'range 1']));
  } else {
    writer.write('LOAD_CONST', '"ab"');
  }
  writer.write('GET_ITER');
  const start = writer.here();
  writer.write('FOR_ITER', end);
  writePieces(context, writer, mnemonics, depth);
  while (writer.height > height + 1) writer.write('POP_TOP');
  writer.write('JUMP', start);
  writer.place(end, height);
};

const writeRaise: Piece = ({ random }, writer) => {
  writer.write('LOAD_VAR', pick(random, EXCEPTIONS));
  if (random() < 0.5) writer.write('CALL', '0');
  writer.write('RAISE');
};

const writeSpread: Piece = ({ random }, writer) => {
  writer.write('MAKE_FUNC', pick(random, ['f', 'g', 'h', 'k', 'gen']));
  const count = pick(random, [0, 1, 2]);
  for (let index = 0; index < count; index++) writer.write('LOAD_CONST', pick(random, CONSTANTS));
  writer.write(pick(random, ['BUILD_LIST', 'BUILD_TUPLE'] as const), `${count}`);
  const isNamed = random() < 0.3;
  if (isNamed) {
    writer.write('LOAD_CONST', '"b"');
    writer.write('LOAD_CONST', pick(random, CONSTANTS));
  }
  writer.write('BUILD_DICT', isNamed ? '1' : '0');
  writer.write('CALL_SPREAD');
};

/** A generator that is made and driven on. */
const writeDrive: Piece = ({ random }, writer) => {
  writer.write('LOAD_CONST', pick(random, CONSTANTS));
  writer.write('CALL_FUNC', 'gen', '1');
  writer.write('DUP_TOP');
  writer.write('CALL_FUNC', 'next', '1');
  writer.write('POP_TOP');
  const method = pick(random, ['send', 'throw', 'close', '__next__'] as const);
  if (method === 'send') writer.write('LOAD_CONST', pick(random, CONSTANTS));
  if (method === 'throw') writer.write('LOAD_VAR', pick(random, EXCEPTIONS));
  writer.write('CALL_METHOD', method, method === 'send' || method === 'throw' ? '1' : '0');
};

const writeContainer: Piece = ({ random }, writer) => {
  const count = pick(random, [0, 1, 2, 3]);
  for (let index = 0; index < count; index++) writer.write('LOAD_CONST', pick(random, CONSTANTS));
  writer.write(pick(random, ['BUILD_LIST', 'BUILD_TUPLE', 'BUILD_SET'] as const), `${count}`);
};

const writeInstance: Piece = ({ random }, writer) => {
  writer.write('LOAD_VAR', 'o');
  if (random() < 0.3) writer.write('CALL_METHOD', 'm', pick(random, ['0', '0']));
};

const writeSuper: Piece = ({ random, isMethod }, writer) => {
  if (isMethod !== true) return;
  writer.write('LOAD_LOCAL', 'self');
  writer.write('LOAD_SUPER', pick(random, ['m', '__init__', '__eq__']));
  writer.write('CALL', pick(random, ['0', '0']));
};

/** What is here twice is written twice as often. */
const PIECES: readonly Piece[] = [
  writeTry,
  writeTry,
  writeTry,
  writeLoop,
  writeRaise,
  writeSpread,
  writeDrive,
  writeContainer,
  writeInstance,
  writeInstance,
  writeSuper,
];

function writePieces(context: Context, writer: BodyWriter, mnemonics: readonly Mnemonic[], depth: number): void {
  const count = 1 + Math.floor(context.random() * 4);
  for (let index = 0; index < count; index++) writePiece(context, writer, mnemonics, depth + 1);
}

function operandsOf(random: Random, mnemonic: Mnemonic): string[] {
  const row = instructionNamed(mnemonic);
  const first = row?.operands[0];
  switch (first?.kind) {
    case undefined:
    case 'argument-name':
      return [];
    case 'constant':
    case 'message':
      return [pick(random, CONSTANTS)];
    case 'variable':
      return [pick(random, VARIABLES)];
    case 'label':
      return [BodyWriter.ANYWHERE];
    case 'count':
      return [pick(random, ['0', '1', '2'])];
    case 'attribute':
      return row?.countOperand === 1
        ? [pick(random, ATTRIBUTES), pick(random, ['0', '0', '1'])]
        : [pick(random, ATTRIBUTES)];
    case 'class':
      return [pick(random, ['C 0', 'D 1', 'E 1', 'D 2'])];
    case 'function':
      return [functionOperand(random, mnemonic)];
  }
}

function functionOperand(random: Random, mnemonic: Mnemonic): string {
  if (mnemonic === 'MAKE_FUNC') return pick(random, ['f', 'g', 'h', 'h 1', 'k', 'gen']);
  return pick(random, mnemonic === 'TAIL_CALL_FUNC' ? CALLS.filter(call => call.split(' ').length === 2) : CALLS);
}
