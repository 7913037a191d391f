import type { FunctionIndex } from '../../bytecode/index.ts';
import type { CallStack } from '../call-stack.ts';
import { FRAME_BYTES, pushResult, type Frame } from '../frame.ts';
import type { GlobalSlots } from '../globals.ts';
import { type LinkedProgram } from '../link.ts';
import type { StackProof } from '../machine-options.ts';
import type { Machine } from '../machine.ts';
import { ITEM_OR_END } from '../operations/iteration.ts';
import type { Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { checkNeeds } from './checks.ts';
import { DO_PLAINLY, isCurrent, makeCurrent, type CurrentEngine, type Parked } from './current.ts';
import { roomFor } from './entering.ts';
import { flushFrames, loadAwaited, loadFrame } from './frames.ts';
import { placeBuiltIns } from './outside/built-ins-in-slots.ts';
import { resume } from './outside/iteration.ts';
import { builtInsOf, imageOf, interruptAt, type Image } from './image.ts';
import {
  CALLS,
  CALL_WORDS,
  CAPTURED,
  FUSED_CODE,
  DEFAULTS,
  ENTRIES,
  FRAME_SIZES,
  MOST_SEAT_SLOTS,
  MOST_TRIES,
  NEEDED_SLOTS,
  PARAMETERS,
  PLAIN_CODE,
  REGISTERS,
  RESUME_AT,
  Register,
  SEATED,
  hasRoom,
  limits,
} from './registers.ts';
import { Room } from './room.ts';
import { areSeatsTaken, hadSeats, vacateSeats } from './seats.ts';
import { learned } from './sites.ts';
import {
  MOST_FRAME_SLOTS,
  SLOTS,
  clearReferences,
  provideReferences,
  putConstant,
  putValue,
  valueAt,
} from './slots.ts';
import { linkLoop } from './taken-words.ts';
import { runChecked, runExactly } from './stepping.ts';
import { tiers } from './tiers.ts';
import { clearWaits, waitingInLoop } from './waits.ts';

/** What the engine has to know of a machine. */
export interface EngineParts {
  readonly linked: LinkedProgram;
  readonly proofs: readonly StackProof[];
  readonly calls: CallStack;
}

/**
 * The fast engine of one machine. It runs the innermost frame, and those that it calls, in slots of typed arrays, until its time
 * is over or there is something that only the plain engine knows; then the machine's frames are as if the plain engine had run
 * them.
 *
 * The slots are there once (`slots.ts` says why), so one machine has them at a time: whoever runs takes them, and the
 * one before gets its globals back. Nothing else of a machine stays in them between two runs.
 */
export class FastEngine implements CurrentEngine, GlobalSlots {
  readonly machine: Machine;
  readonly linked: LinkedProgram;
  readonly calls: CallStack;
  readonly image: Image;
  /** Whether the last run ended at an instruction that the plain engine has to do. */
  isAtUnknown = false;
  /** Whether the last run ended at a jump because its budget would be spent soon. */
  isSpent = false;
  /** What the last run has begun, and the machine has to end. */
  parked: Parked | null = null;
  /** Frames that only the slots have, while the loop runs. */
  hotFrames = 0;
  /** Whether a program of this size can be in the slots at all. */
  private readonly fits: boolean;
  private readonly room: Room;
  isChecking = false;
  private isRunning = false;
  /** Values that the frames of a run may have on their stacks together. */
  private stackRoom = 0;
  private places: readonly number[] = [];

  constructor(machine: Machine, { linked, proofs, calls }: EngineParts) {
    placeBuiltIns();
    this.machine = machine;
    this.linked = linked;
    this.calls = calls;
    this.image = imageOf(linked, proofs);
    this.room = new Room(this.image.neededSlots.reduce((most, slots) => Math.max(most, slots), 0));
    this.fits =
      hasRoom(linked.functions.length, this.image.code.length) &&
      this.image.firstFrame + MOST_FRAME_SLOTS + MOST_SEAT_SLOTS <= SLOTS;
  }

  /** Whether it may run a frame. One that is checked although its function is proven is near the limit of the stack. */
  canRun({ function: { index }, isChecked }: Frame): boolean {
    return !isChecked || !this.image.isProven[index];
  }

  /** Runs at most `budget` instructions, and answers how many; the last ones are left out where it `endsAtJump`. */
  run(budget: number, endsAtJump: boolean): number {
    this.isAtUnknown = false;
    this.isSpent = false;
    const { image, calls, machine, room } = this;
    const needed = Math.max(image.neededSlots[calls.innermost.function.index], heightOf(calls.innermost));
    if (!this.fits || !room.makeFor(needed) || calls.innermost.handlers.length >= MOST_TRIES) return 0;
    if (!isCurrent(this)) this.take();
    const awaited = this.takeAwaited();
    const bottom = calls.innermost;
    this.stackRoom = machine.limits.stack - calls.valuesBelow;
    this.provideSlots();
    loadFrame(bottom, image.firstFrame);
    if (awaited !== null) loadAwaited(awaited);
    const roomForFrames =
      Math.min(machine.limits.depth, Math.floor(machine.limits.heapBytes / FRAME_BYTES)) - calls.depth;
    limits.calls = Math.min(CALL_WORDS * roomForFrames, CALLS.length - CALL_WORDS);
    // What is in seats is not counted. There are none where it could be too much.
    limits.seatSlots = this.stackRoom >= MOST_FRAME_SLOTS + MOST_SEAT_SLOTS ? room.seats : 0;
    limits.epoch = machine.heap.epoch;
    this.isRunning = true;
    this.isChecking = !image.isProven[bottom.function.index];
    const words = this.loop(2 * Math.min(budget, LONGEST_RUN), endsAtJump);
    this.isRunning = false;
    const used = roomFor(REGISTERS[Register.sp], REGISTERS[Register.calls]) - image.firstFrame;
    flushFrames(this, bottom);
    vacateSeats();
    room.note(used, hadSeats());
    this.hotFrames = 0;
    return words / 2;
  }

  /** Seats are behind the frames, so nothing can be added while there are any. */
  addSlots(end: number): boolean {
    if (end > limits.slots && !areSeatsTaken()) {
      this.room.extend(end - this.image.firstFrame);
      this.provideSlots();
    }
    return end <= limits.slots;
  }

  private provideSlots(): void {
    const { room, stackRoom } = this;
    const { firstFrame } = this.image;
    limits.slots = firstFrame + Math.min(room.frames - 1, stackRoom);
    limits.seats = firstFrame + room.frames;
    provideReferences(limits.seats + room.seats);
  }

  /**
   * Takes the innermost frame off where an operation of the one below waits for it, and the loop has room for both; else `null`. Alone in the
   * loop it would have to come back to the machine for each call that the operation makes.
   */
  private takeAwaited(): Frame | null {
    const { calls, image } = this;
    const { innermost, below } = calls;
    if (below === null || !isAwaited(innermost) || innermost.isChecked || below.isChecked) return null;
    if (heightOf(below) + image.neededSlots[innermost.function.index] >= this.room.frames) return null;
    if (below.handlers.length + innermost.handlers.length >= MOST_TRIES) return null;
    return calls.pop();
  }

  /** Runs so many words: the last ones, where the loop could overrun its time, one by one. */
  private loop(budget: number, endsAtJump: boolean): number {
    let words = 0;
    const rest = budget - this.image.longestFunction;
    while (words < rest) {
      const most = rest - words;
      this.isAtUnknown = this.isChecking ? runChecked(most) : tiers.run(most, this.machine.host);
      words += REGISTERS[Register.words];
      this.deliverResult();
      if (this.isAtUnknown || this.mustComeBack) return words;
    }
    this.isSpent = endsAtJump && words > 0 && !this.isChecking;
    if (this.isSpent) return words;
    this.isAtUnknown = this.isChecking ? runChecked(budget - words) : runExactly(budget - words);
    this.deliverResult();
    return words + REGISTERS[Register.words];
  }

  /** Takes a result to who waits for it, where the loop has come back just then. */
  private deliverResult(): void {
    if (REGISTERS[Register.pc] !== RESUME_AT) return;
    resume(RESUME_AT, REGISTERS[Register.sp], REGISTERS[Register.fp], REGISTERS[Register.calls]);
  }

  private get mustComeBack(): boolean {
    const { machine } = this;
    return this.parked !== null || machine.heap.isDue || machine.isStopping;
  }

  /** Makes the plain engine do the instructions of these places. */
  setBreakpoints(places: readonly { readonly function: FunctionIndex; readonly at: number }[]): void {
    this.places = places.map(({ function: index, at }) => this.image.entries[index] + 2 * at);
    if (isCurrent(this)) this.link();
  }

  /** Lets go of what the slots of frames still refer to, between two runs. */
  forget(): void {
    if (!isCurrent(this)) return;
    clearReferences(this.image.firstFrame);
    clearWaits();
  }

  /** Tells that somebody looks at frames: in the midst of a run, the operation has to be done by the plain engine. */
  needFrames(): void {
    if (this.isRunning) throw DO_PLAINLY;
  }

  /** What the innermost operation keeps that waits in the loop to go on with this step; `null` where none does. */
  waitingFor<Data extends readonly (Value | undefined)[]>(step: Step<Data>): Data | null {
    return this.isRunning ? waitingInLoop(step, CALL_WORDS * this.hotFrames) : null;
  }

  global(slot: number): Value | undefined {
    return valueAt(this.image.firstGlobal + slot);
  }

  setGlobal(slot: number, value: Value | undefined): void {
    putValue(this.image.firstGlobal + slot, value);
  }

  /** Makes the slots those of this machine. */
  private take(): void {
    makeCurrent(this);
    const { image, linked, machine } = this;
    this.link();
    provideReferences(image.firstFrame);
    for (const [slot, constant] of image.constants.entries()) putConstant(slot, constant);
    const firstBuiltIn = image.firstGlobal + linked.globalNames.length;
    for (const [index, builtIn] of builtInsOf(linked).entries()) putValue(firstBuiltIn + index, builtIn);
    learned.sites = image.sites;
    limits.globals = linked.globalNames.length;
    machine.globals.lend(this);
    for (const { index } of linked.functions) {
      ENTRIES[index] = image.entries[index];
      PARAMETERS[index] = image.parameters[index];
      CAPTURED[index] = image.captured[index];
      DEFAULTS[index] = image.defaultSlots[index];
      SEATED[index] = Number(image.isSeated[index]);
      FRAME_SIZES[index] = image.frameSizes[index];
      NEEDED_SLOTS[index] = image.neededSlots[index];
    }
  }

  private link(): void {
    const { image, places } = this;
    FUSED_CODE.set(image.code);
    PLAIN_CODE.set(image.plain);
    checkNeeds(image.needs);
    interruptAt(places, image, FUSED_CODE, PLAIN_CODE);
    linkLoop(image.code.length);
  }
}

/** The slots of a frame as it stands. */
function heightOf({ locals, cells, stack }: Frame): number {
  return locals.length + cells.length + stack.length;
}

/** Whether more waits for the result of a frame than an instruction that pushes it, and than a loop that goes through a generator. */
function isAwaited({ continuation, deliver }: Frame): boolean {
  return (continuation !== null || deliver !== pushResult) && continuation !== ITEM_OR_END;
}

/** Instructions of a run at most, so that counts stay small ints of the host. */
const LONGEST_RUN = 1 << 28;
