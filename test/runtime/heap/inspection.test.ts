import { expect, test } from 'vitest';
import { HeapInspection, HeapObject, ListObject, type Machine, type Referrer } from '../../../vm/index.ts';
import { LawRun, randomLawProgram, writtenPrograms, type LawProgram } from '../../support/law-programs.ts';
import { run } from '../../vm/program.ts';
import { randomFrom } from '../../verifier/random.ts';
import { SEED } from '../../support/seed.ts';

const RANDOM_PROGRAMS = 100;
/** Milliseconds; for a busy machine. */
const PATIENCE = 120_000;

/**
 * A node `a` with two lists, of which the first is shared with the global `shared`; a cycle that nothing reaches any more.
 */
const GRAPH = `
.class Node
.end
    BUILD_LIST 0
    STORE_VAR shared
    MAKE_CLASS Node 0
    CALL 0
    STORE_VAR a
    LOAD_VAR a
    LOAD_VAR shared
    STORE_ATTR first
    LOAD_VAR a
    LOAD_CONST "own"
    BUILD_LIST 1
    BUILD_LIST 1
    STORE_ATTR second
    LOAD_CONST "key"
    LOAD_VAR a
    BUILD_DICT 1
    STORE_VAR table
    LOAD_VAR a
    LOAD_VAR shared
    BUILD_TUPLE 2
    STORE_VAR pair
    BUILD_LIST 0
    DUP_TOP
    APPEND
    POP_TOP
    HALT
`;

test('who refers to an object, and how', () => {
  const { machine } = run(GRAPH);
  const inspection = new HeapInspection(machine);
  const global = (name: string): HeapObject => machine.boundGlobals().get(name) as HeapObject;
  expect(inspection.referrersOf(global('shared')).map(show).toSorted()).toEqual([
    'Node attribute first',
    'global shared',
    'tuple index 1',
  ]);
  expect(inspection.referrersOf(global('a')).map(show).toSorted()).toEqual([
    'dict key key',
    'global a',
    'tuple index 0',
  ]);
});

test('what an object retains is what only it leads to', () => {
  const { machine } = run(GRAPH.replace('STORE_VAR table', 'POP_TOP').replace('STORE_VAR pair', 'POP_TOP'));
  const inspection = new HeapInspection(machine);
  const node = machine.boundGlobals().get('a') as HeapObject;
  // The node, its class, and the two lists of which one is in the other.
  expect(inspection.retainedBy(node).objects).toBe(4);
  expect(inspection.reachableFrom(node).objects).toBe(5);
  expect(inspection.retainedBy(machine.boundGlobals().get('shared') as HeapObject).objects).toBe(1);
});

test('kinds, and what nothing reaches', () => {
  const { machine } = run(GRAPH);
  const inspection = new HeapInspection(machine);
  const kinds = inspection.byKind();
  expect(kinds.get('list')?.objects).toBe(3);
  expect(kinds.get('Node')?.objects).toBe(1);
  expect([...kinds.values()].map(each => each.bytes)).toEqual(
    [...kinds.values()].map(each => each.bytes).toSorted((left, right) => right - left),
  );
  const garbage = inspection.garbage();
  expect(garbage.some(each => each instanceof ListObject && each.items[0] === each)).toBe(true);
  machine.collect();
  expect(inspection.garbage()).toEqual([]);
});

/** The laws of the inspection, at some instructions of all kinds of programs. */
test(`laws of the heap, all programs and from seed ${SEED}`, { timeout: PATIENCE }, () => {
  const random = Array.from({ length: RANDOM_PROGRAMS }, (_, index) => randomLawProgram(SEED + index));
  for (const [index, program] of [...writtenPrograms(), ...random].entries()) {
    try {
      checkLaws(program, randomFrom(SEED + index));
    } catch (error) {
      throw new Error(program.name, { cause: error });
    }
  }
});

function checkLaws(program: LawProgram, random: () => number): void {
  const whole = new LawRun(program);
  whole.finish();
  const { machine } = new LawRun(program);
  for (let stops = 0; stops < STOPS; stops++) {
    machine.run(1 + Math.floor((random() * 2 * whole.machine.instructionCount) / STOPS));
    checkHeap(machine, random);
  }
}

const STOPS = 4;
const ASKED_OBJECTS = 5;

function checkHeap(machine: Machine, random: () => number): void {
  const inspection = new HeapInspection(machine);
  const before = objectsOf(machine);
  const reachable = [...inspection.byKind().values()].reduce((sum, { objects }) => sum + objects, 0);
  const garbage = inspection.garbage();
  // What can be reached and what cannot are everything.
  expect(garbage.length + reachable).toBe(before.length);
  for (let asked = 0; asked < ASKED_OBJECTS && before.length > 0; asked++) {
    const object = before[Math.floor(random() * before.length)];
    const isGarbage = garbage.includes(object);
    const referrers = inspection.referrersOf(object);
    expect(referrers.length === 0).toBe(isGarbage);
    for (const each of referrers) if (each.from === 'object') expect(garbage).not.toContain(each.object);
    const retained = inspection.retainedBy(object);
    const { objects, bytes } = inspection.reachableFrom(object);
    if (!isGarbage) {
      expect(retained.objects).toBeGreaterThan(0);
      expect(retained.objects).toBeLessThanOrEqual(objects);
      expect(retained.bytes).toBeLessThanOrEqual(bytes);
    }
  }
  // Looking changes nothing, and what is called garbage is what a collection frees.
  expect(objectsOf(machine)).toEqual(before);
  machine.collect();
  expect(machine.statistics().heap.objects).toBe(before.length - garbage.length);
  expect(inspection.garbage()).toEqual([]);
}

test('what an object retains is what goes with its last reference', () => {
  const { machine } = run(GRAPH.replace('STORE_VAR table', 'POP_TOP').replace('STORE_VAR pair', 'POP_TOP'));
  const inspection = new HeapInspection(machine);
  machine.collect();
  for (const [slot, value] of machine.globals.values().entries()) {
    if (!(value instanceof HeapObject)) continue;
    const { objects } = inspection.retainedBy(value);
    const { heap } = machine.statistics();
    const names = inspection.referrersOf(value).map(show);
    if (names.length > 1) continue;
    machine.globals.set(slot, undefined);
    machine.collect();
    expect(heap.objects - machine.statistics().heap.objects).toBe(objects);
  }
});

function objectsOf(machine: Machine): HeapObject[] {
  const objects: HeapObject[] = [];
  machine.heap.forEachObject(object => objects.push(object));
  return objects;
}

function show(referrer: Referrer): string {
  if (referrer.from === 'root') return `${referrer.kind} ${referrer.name ?? ''}`.trim();
  const { object, by } = referrer;
  return `${object.typeName} ${by === null ? '' : Object.values(by).join(' ')}`.trim();
}
