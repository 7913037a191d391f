import { expect, test, vi } from 'vitest';
import { Machine, type Checkpoint, type HeapObject, type ListObject } from '../../../vm/index.ts';
import { fingerprint } from '../../support/fingerprint.ts';
import { LawRun, type LawProgram } from '../../support/law-programs.ts';
import { translations } from '../../support/translations.ts';
import { programOf } from '../../vm/program.ts';

// Thousands of states are compared; for a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Programs that stand in the middle of something at most of their instructions. */
const SOURCES = {
  'input and output': `
total = 0
while True:
    try:
        line = input('number? ')
    except EOFError:
        break
    total += int(line)
    print('so far', total)
print(total)
`,
  'generators in the middle': `
def count(limit):
    got = 0
    try:
        while got < limit:
            step = yield got
            got += step or 1
    finally:
        print('closed at', got)
def both(first, second):
    for a in first:
        for b in second: yield a, b
g = count(9)
print(next(g), g.send(3), next(g))
print(list(both(count(2), 'xy')))
h = count(5)
next(h)
g.close()
try:
    h.throw(ValueError('thrown'))
except ValueError as error:
    print(error)
`,
  'sorting with key functions': `
log = []
def key(word):
    log.append(word)
    return len(word), word
words = 'the quick brown fox jumps over the lazy dog'.split()
print(sorted(words, key=key))
words.sort(key=key, reverse=True)
print(words, len(log), max(words, key=key), min(words, key=key))
class Backwards:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n > other.n
print([each.n for each in sorted(Backwards(n) for n in [3, 1, 2, 5, 4])])
`,
  'operations that run methods': `
class Word:
    def __init__(self, text): self.text = text
    def __eq__(self, other): return self.text == other.text
    def __hash__(self): return len(self.text)
    def __repr__(self): return 'Word(' + repr(self.text) + ')'
    def __format__(self, spec): return self.text + spec
    def __getattr__(self, name): return name.upper()
table = {}
for text in ['a', 'bb', 'cc', 'b', 'a']: table[Word(text)] = text
print(table, Word('cc') in table, [Word('x'), (Word('y'),)])
print('{:>} {!r} {0.other}'.format(Word('p'), Word('q')) if False else '{:!} {!r}'.format(Word('p'), Word('q')))
print(Word('z').anything, {Word('a'), Word('a')}, '%s %r' % (Word('m'), Word('n')))
`,
  'errors being handled': `
class Own(ValueError):
    def __str__(self): return 'own ' + repr(self.args)
def fail(depth):
    if depth == 0: raise Own(depth, [1])
    try:
        fail(depth - 1)
    except KeyError:
        print('never')
    finally:
        print('leaving', depth)
try:
    fail(4)
except LookupError:
    print('never')
except ValueError as error:
    print(error)
    try:
        {}[error.args[0]]
    except KeyError as other:
        print(repr(other))
fail(1)
`,
  'memory that runs short': `
kept = []
def hoard():
    own = []
    while True: own.append([0] * 50)
for attempt in range(2):
    try:
        hoard()
    except MemoryError as error:
        kept.append(repr(error))
print(kept)
`,
};
const TITLES = Object.keys(SOURCES) as (keyof typeof SOURCES)[];
const TEXTS = translations(Object.values(SOURCES));

function programNamed(title: keyof typeof SOURCES): LawProgram {
  return {
    name: title,
    program: programOf(TEXTS[TITLES.indexOf(title)]),
    input: ['12', '30', '-2'],
    options: { limits: title === 'memory that runs short' ? { heapBytes: 20_000 } : {} },
  };
}

test.each(TITLES)('%s: every state can be brought back, and goes on as before', title => {
  const program = programNamed(title);
  const plain = new LawRun(program);
  const outcome = plain.outcome(plain.finish());
  const run = new LawRun(program);
  const { machine } = run;
  const states: { checkpoint: Checkpoint; text: string }[] = [];
  const texts: string[] = [];
  for (let at = 0; !machine.hasEnded; at++) {
    const text = fingerprint(machine);
    texts.push(text);
    if (at % GAP === 0 || machine.isAtWork) states.push({ checkpoint: machine.checkpoint(), text });
    machine.run(1);
  }
  texts.push(fingerprint(machine));
  expect(states.length).toBeGreaterThan(10);
  // Back from the end, checkpoint by checkpoint, as somebody who looks for a mistake goes.
  for (const [index, { checkpoint, text }] of [...states.entries()].toReversed()) {
    expect(machine.restore(checkpoint)).toBe(true);
    expectSame(fingerprint(machine), text);
    // And a few steps forward each time: those were before.
    const from = texts.indexOf(text);
    for (let step = 1; step <= 3 && !machine.hasEnded; step++) {
      machine.run(1);
      if (index % 5 === 0) expectSame(fingerprint(machine), texts[from + step]);
    }
    // Every third one goes; what it kept is still there for the older ones.
    if (index % 3 === 0 && index > 0) machine.drop(checkpoint);
  }
  expect(run.outcome(run.finish())).toBe(outcome);
});

/** Instructions between checkpoints; one that does not divide loops evenly. */
const GAP = 3;

test('a checkpoint in the middle of a long operation', () => {
  const run = new LawRun({ name: 'long operations', program: programOf(LONG_TEXT), input: [], options: {} });
  const { machine } = run;
  const states: { checkpoint: Checkpoint; text: string }[] = [];
  for (let comeBacks = 0; !machine.hasEnded;) {
    machine.run(1);
    if (machine.isAtWork && comeBacks++ % 40 === 0)
      states.push({ checkpoint: machine.checkpoint(), text: fingerprint(machine) });
  }
  expect(states.length).toBeGreaterThan(3);
  const { output } = run;
  for (const { checkpoint, text } of states.toReversed()) {
    expect(machine.restore(checkpoint)).toBe(true);
    expectSame(fingerprint(machine), text);
    run.finish();
    // What was written before is not written again, so a mistake shows as more text.
    expect(run.output).toBe(output);
    expect(machine.host.position.unitsWritten).toBe(output.length);
  }
});

const LONG_TEXT = translations([
  `
numbers = list(range(50000))
print(sum(map(round, numbers)), len(repr(numbers)))
print(max(filter(None, numbers)), 70000 in map(round, numbers))
`,
])[0];

test('the objects that a checkpoint keeps are those that have changed since', () => {
  const { machine, saves } = machineWithLists();
  const lists = (machine.boundGlobals().get('lists') as ListObject).items;
  const first = machine.checkpoint();
  expect(machine.keptBy(first)).toEqual({ objects: 0, bytes: 0 });
  const bytes = lists.slice(0, 3).reduce<number>((sum, list) => sum + (list as ListObject).bytes, 0);
  runTo(machine, 'append to 3');
  // Each of the three lists once, although each was changed twice.
  expect(saves()).toEqual([lists[0], lists[1], lists[2]]);
  expect(machine.keptBy(first)).toEqual({ objects: 3, bytes });
  const second = machine.checkpoint();
  expect(saves()).toHaveLength(3);
  runTo(machine, 'append to 3');
  expect(saves()).toHaveLength(6);
  expect(machine.keptBy(second).objects).toBe(3);
  expect(machine.keptBy(first)).toEqual({ objects: 3, bytes });
  const third = machine.checkpoint();
  // Only new objects and variables change: nothing is kept.
  runTo(machine, 'make 100');
  expect(saves()).toHaveLength(6);
  expect(machine.keptBy(third)).toEqual({ objects: 0, bytes: 0 });
});

test('without checkpoints nothing is kept', () => {
  const { machine, saves } = machineWithLists();
  const checkpoint = machine.checkpoint();
  machine.drop(checkpoint);
  runTo(machine, 'append to 3');
  expect(saves()).toEqual([]);
});

test('a dropped checkpoint leaves what it kept to the next older one, and nothing of it when there is none', () => {
  const { machine, saves } = machineWithLists();
  const lists = machine.boundGlobals().get('lists') as ListObject;
  const first = lists.items[0] as ListObject;
  const before = fingerprint(machine);
  // Showing the state has saved objects, too.
  saves().length = 0;
  const older = machine.checkpoint();
  const newer = machine.checkpoint();
  runTo(machine, 'append to 3');
  expect(saves()).toHaveLength(3);
  machine.drop(newer);
  expect(first.length).toBe(2);
  expect(machine.restore(newer)).toBe(false);
  expect(machine.restore(older)).toBe(true);
  expect(first.length).toBe(0);
  expectSame(fingerprint(machine), before);
});

/** A program that makes 500 lists, then does a round of what a `BREAKPOINT` separates, again and again. */
const ROUNDS_TEXT = translations([
  `
lists = [[] for n in range(500)]
fresh = None
print('ready')
while True:
    for index in range(3):
        lists[index].append(1)
        lists[index].append(2)
    print('append to 3')
    for index in range(100): fresh = [index]
    print('make 100')
`,
])[0];

function machineWithLists(): { machine: Machine; saves: () => HeapObject[] } {
  const saved: HeapObject[] = [];
  const lines: string[] = [];
  const machine = new Machine(programOf(ROUNDS_TEXT), {
    listsObjects: true,
    host: {
      write(text) {
        lines.push(text.trim());
        // The machine comes back behind each line, so that checkpoints stand there.
        machine.interrupt();
      },
      readLine: () => null,
    },
  });
  linesOf.set(machine, lines);
  runTo(machine, 'ready');
  machine.heap.forEachObject(object => {
    if (object.typeName !== 'list') return;
    const save = object.save.bind(object);
    object.save = () => {
      saved.push(object);
      return save();
    };
  });
  return { machine, saves: () => saved };
}

const linesOf = new WeakMap<Machine, string[]>();

/** Runs until the program has written a line. */
function runTo(machine: Machine, line: string): void {
  const lines = linesOf.get(machine) as string[];
  do machine.run(Infinity);
  while (lines.at(-1) !== line);
}

function expectSame(found: string, expected: string): void {
  // The texts are long: a difference is shown only where there is one.
  if (found !== expected) expect(found).toBe(expected);
}
