import type { FunctionIndex, Program } from '../bytecode/index.ts';
import { BreakpointTraps, type InstructionPlace } from './breakpoint-traps.ts';
import { builtInNamed } from './built-ins/index.ts';
import { CallStack } from './call-stack.ts';
import type { Checkpoint } from './checkpoints/checkpoint.ts';
import { History } from './checkpoints/history.ts';
import { RecordedHost } from './checkpoints/recorded-host.ts';
import { ControlTransfer } from './control-transfer.ts';
import { exceptionOf } from './errors-in-flight.ts';
import { Raised } from './errors.ts';
import type { Parked } from './fast/current.ts';
import { FastEngine } from './fast/engine.ts';
import { Frame, pushResult, type Deliver } from './frame.ts';
import { Globals } from './globals.ts';
import type { Kept } from './heap/copies.ts';
import { Heap } from './heap/heap.ts';
import { putNew } from './heap/put-new.ts';
import type { RootVisit } from './heap/roots.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { LineInput } from './line-input.ts';
import { END_OF_CODE, link } from './link.ts';
import type { MachineOptions } from './machine-options.ts';
import { GeneratorObject, type ClassObject } from './objects/index.ts';
import type { Begun } from './operations/calls.ts';
import type { Continuation, Outcome, Step } from './pending.ts';
import { PlainEngine } from './plain-engine.ts';
import { RunState } from './run-state.ts';
import { Pauses, type Statistics } from './statistics.ts';
import type { FrameView, MachineError, Stop } from './stop.ts';
import { traceTraceback } from './traceback.ts';
import { Trampoline, type WorkAhead } from './trampoline.ts';
import { classOf } from './types/index.ts';
import { Unwinder } from './unwinder.ts';
import type { HeapObject, Value, Visit } from './values/value.ts';

/**
 * The machine: runs a program one instruction after another. Every run of the same program with the same input is the same,
 * instruction by instruction.
 *
 * Invariants: the frames are an array, main's first, and operations that wait for a call are chains of steps on the frames
 * (`pending.ts`), so the host's stack does not grow with the program's; what goes wrong in a program is an exception of the
 * program or a `Stop`, never a host exception.
 *
 * Here is the loop of a run, and what instructions and operations may ask of the machine. Its parts: the engines do
 * instructions, `control-transfer.ts` begins and ends calls, `trampoline.ts` works off operations that wait, `unwinder.ts` finds
 * who handles an error.
 */
export class Machine {
  readonly program: Program;
  readonly host: RecordedHost;
  readonly limits: Limits;
  readonly undefinedIsNone: boolean;
  readonly heap: Heap;
  readonly globals: Globals;
  private readonly calls: CallStack;
  private readonly state = new RunState();
  private readonly trampoline: Trampoline;
  private readonly transfer: ControlTransfer;
  private readonly unwinder: Unwinder;
  private readonly plain: PlainEngine;
  private readonly fast: FastEngine | null;
  private readonly traps: BreakpointTraps;
  private readonly input: LineInput;
  private readonly pauses = new Pauses();
  private readonly history: History<Registers>;

  constructor(program: Program, options: MachineOptions) {
    this.program = program;
    this.host = new RecordedHost(options.host);
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.undefinedIsNone = options.undefinedIsNone ?? false;
    const { host, limits, state } = this;
    const heap = new Heap(limits.heapBytes, options.stressesHeap, options.listsObjects ?? false);
    if (options.onAllocate !== undefined) heap.observe(options.onAllocate);
    const linked = link(program);
    const { proofs = [] } = options;
    const globals = new Globals(linked.globalNames);
    const calls = new CallStack(new Frame(linked.functions[0], [], []), { limits, heap, proofs });
    this.heap = heap;
    this.globals = globals;
    this.calls = calls;
    this.trampoline = new Trampoline(this, calls, state);
    this.transfer = new ControlTransfer(this, calls, this.trampoline);
    this.unwinder = new Unwinder(this, calls, this.trampoline, state);
    this.plain = new PlainEngine(this, calls, this.unwinder, state, options);
    this.fast = mayRunFast(options) ? new FastEngine(this, { linked, proofs, calls }) : null;
    this.traps = new BreakpointTraps(linked);
    this.input = new LineInput(host);
    this.history = new History({ calls, heap, host, globals });
  }

  // A run.

  /**
   * Runs at most `budget` instructions, and tells why it came back. With `passBreakpoint` a breakpoint on the first of them
   * is passed over: the way on from a stop there. A program that has ended stays so.
   *
   * With `endsAtJump` it may come back a little sooner, where the program jumps: who runs a program slice by slice does it faster so,
   * because the fast engine then never begins in the midst of what it does as one.
   */
  run(budget: number, passBreakpoint = false, endsAtJump = false): Stop {
    const { state } = this;
    if (state.end !== null) return state.end;
    state.stop = null;
    for (let left = budget, isFirst = true; left > 0; isFirst = false) {
      // Raising the error asks for another collection, which comes before the handler's first instruction.
      while (this.heap.isDue && state.stop === null) if (!this.collect()) this.raiseOutOfMemory();
      if (state.stop !== null) return state.stop;
      const ran = isFirst && passBreakpoint ? 0 : this.runFast(left, endsAtJump);
      left -= ran;
      if (ran > 0 && this.fast?.isSpent === true) break;
      if (ran > 0 && this.fast?.isAtUnknown !== true) continue;
      if (left <= 0) break;
      left--;
      if (this.trampoline.isBusy) this.goOn();
      else this.plain.step(isFirst && passBreakpoint);
      if (state.stop !== null) return state.stop;
    }
    return state.stop ?? { kind: 'budget' };
  }

  /** Lets the fast engine run, where it can. How many instructions that were. */
  private runFast(budget: number, endsAtJump: boolean): number {
    const { fast, state } = this;
    if (fast === null || this.trampoline.isBusy || !fast.canRun(this.calls.innermost)) return 0;
    const ran = fast.run(Math.min(budget, this.limits.instructions - state.instructions), endsAtJump);
    state.instructions += ran;
    if (fast.parked === null) return ran;
    const { parked } = fast;
    fast.parked = null;
    this.takeOver(parked);
    return ran;
  }

  /** Goes on with what the fast engine has begun and cannot end. */
  private takeOver(parked: Parked): void {
    try {
      if (parked.kind === 'error') throw parked.thrown;
      if (parked.kind === 'call') this.transfer.enterOrMake(parked.frame);
      else if (parked.kind === 'failure')
        this.trampoline.settleError(exceptionOf(this.heap, parked.thrown), parked.chain, parked.deliver);
      else if (parked.kind === 'unfinished') this.trampoline.settleNext(parked);
      else this.trampoline.settle(parked.outcome, parked.chain, parked.deliver);
    } catch (thrown) {
      this.unwinder.fail(thrown);
    }
  }

  /** Goes on with what an instruction has left: an operation that took too long, or an error in a generator. */
  private goOn(): void {
    try {
      this.trampoline.goOn();
    } catch (thrown) {
      this.unwinder.fail(thrown);
    }
  }

  /** Raises `MemoryError` where the program stands: in the operation that goes on, or at the instruction that runs next. */
  private raiseOutOfMemory(): void {
    const { trampoline, unwinder } = this;
    // An error that is on its way already goes first.
    if (trampoline.hasInjected) return;
    this.heap.noteRefusal();
    const error = new Raised('MemoryError', '');
    if (!trampoline.hasUnfinished) {
      const frame = this.calls.innermost;
      if (frame.function.opcodes[frame.at] === END_OF_CODE) return;
      frame.at++;
      unwinder.fail(error);
      return;
    }
    try {
      trampoline.failUnfinished(error);
    } catch (thrown) {
      unwinder.fail(thrown);
    }
  }

  /** Makes the present `run` come back behind the instruction that runs now, as if its budget were spent. */
  interrupt(): void {
    this.state.stop ??= { kind: 'budget' };
  }

  /** Replaces all breakpoints. They stand in the linked code, and cost nothing while none is hit. */
  setBreakpoints(places: readonly InstructionPlace[]): void {
    const traps = this.traps.replace(places);
    this.fast?.setBreakpoints(traps);
  }

  // Where the run stands.

  /** Instructions run so far, also those that raised an error; the implicit `HALT` is none. */
  get instructionCount(): number {
    return this.state.instructions;
  }

  /** Objects made on the heap so far. */
  get allocationCount(): number {
    return this.heap.allocationCount;
  }

  /** What the run has taken so far. */
  statistics(): Statistics {
    return { instructions: this.instructionCount, heap: this.heap.counts, pauses: this.pauses.summary() };
  }

  get hasEnded(): boolean {
    return this.state.end !== null;
  }

  /** Whether the last instruction is still at work: an operation that takes long, or an error on its way into a generator. */
  get isAtWork(): boolean {
    return this.trampoline.isBusy;
  }

  /** Whether the program ends in an error, the message of which a method of the program is making. */
  get isDying(): boolean {
    return this.unwinder.dying !== null && !this.hasEnded;
  }

  get frameCount(): number {
    return this.calls.depth + (this.fast?.hotFrames ?? 0);
  }

  /** A frame by its index: 0 is main's, the last one the innermost. */
  frame(index: number): FrameView {
    this.fast?.needFrames();
    const { calls } = this;
    const frame = calls.frames[index];
    const isAhead = index === calls.depth - 1 && !this.trampoline.hasUnfinished && !calls.hasFailed;
    return {
      function: frame.function.index,
      // A generator that an error was thrown into before its first instruction stands at that one.
      at: isAhead ? frame.at : Math.max(frame.at - 1, 0),
      locals: frame.locals,
      cells: frame.cells.map(cell => cell.value),
      stack: frame.stack,
    };
  }

  /** Where control may go on when an error ends up in one of the outermost `count` frames: the targets of their handlers. */
  handlerTargets(count: number): { function: FunctionIndex; at: number }[] {
    return this.calls.handlerTargets(count);
  }

  /** The global variables that are bound, in the order in which the program names them. */
  boundGlobals(): ReadonlyMap<string, Value> {
    const bound = new Map<string, Value>();
    for (const [slot, name] of this.globals.names.entries()) {
      const value = this.globals.get(slot);
      if (value !== undefined) bound.set(name, value);
    }
    return bound;
  }

  // Memory, and states to go back to.

  /**
   * Frees what the program can no longer reach, as the machine does itself from time to time. False where what is left takes
   * more than the limit.
   */
  collect(): boolean {
    const begin = this.host.now();
    this.fast?.forget();
    const fits = this.heap.collect(visit => this.roots(visit), this.calls.bytes);
    this.pauses.add(this.host.now() - begin);
    return fits;
  }

  /**
   * Visits every value from which the program can go on, and says where it stands. Frames hold what belongs to a call,
   * `registers` the rest: a value that is in neither does not outlive an instruction.
   */
  roots(visit: RootVisit): void {
    this.calls.trace(visit);
    this.globals.values().forEach((value, slot) => visit(value, 'global', -1, slot));
    const visitError: Visit = value => visit(value, 'error', -1, -1);
    this.trampoline.trace(value => visit(value, 'operation', this.calls.depth - 1, -1), visitError);
    const { dying } = this.unwinder;
    const { end } = this.state;
    if (dying !== null) traceTraceback(dying, visitError);
    if (end?.kind === 'uncaught') traceTraceback(end.error, visitError);
  }

  /**
   * Keeps the present state, so that `restore` can bring it back: frames, heap, variables, counters, and how far input and output
   * have come. It costs what changes until the next checkpoint. To be called between two runs.
   */
  checkpoint(): Checkpoint {
    return this.history.keep(this.instructionCount, this.registers());
  }

  /**
   * Brings back the state of a checkpoint; the newer ones are no more. Going on from it is the same run: the same lines are read,
   * and what has been written is not written again. Breakpoints stay as they are. False where the checkpoint is no more.
   */
  restore(checkpoint: Checkpoint): boolean {
    const registers = this.history.bringBack(checkpoint);
    if (registers === undefined) return false;
    const { instructions, end, work, hasFailed, dying, hasPrompted } = registers;
    this.state.instructions = instructions;
    this.state.end = end;
    this.state.stop = null;
    this.trampoline.restore(work);
    this.calls.hasFailed = hasFailed;
    this.unwinder.dying = dying;
    this.input.hasPrompted = hasPrompted;
    return true;
  }

  /** Ends a checkpoint: nobody goes back to it any more. */
  drop(checkpoint: Checkpoint): void {
    this.history.drop(checkpoint);
  }

  /**
   * Copies that a checkpoint has made so far of objects that have changed behind it: what it costs beside being made. The more that is, the
   * longer who makes one after the other should wait for the next one.
   */
  keptBy(checkpoint: Checkpoint): Kept {
    return this.heap.keptBy(checkpoint);
  }

  /** Everything that changes while the machine runs and is neither a frame nor on the heap. */
  private registers(): Registers {
    const { instructions, end } = this.state;
    const { hasFailed } = this.calls;
    const { dying } = this.unwinder;
    const { hasPrompted } = this.input;
    return { instructions, end, work: this.trampoline.save(), hasFailed, dying, hasPrompted };
  }

  // What instructions and operations ask.

  /** A built-in by its name; `undefined` when there is none. */
  builtIn(name: string): Value | undefined {
    return builtInNamed(name);
  }

  /** Puts a new object on the heap: gives it its number. One that has a number keeps it. */
  allocate<T extends HeapObject>(object: T): T {
    return this.heap.allocate(object);
  }

  classOf(value: Value): ClassObject {
    return classOf(value);
  }

  /**
   * The next line of input, behind a prompt that is written once. Raises `EOFError` at the end of input; where the line is not
   * there yet, the instruction does not happen, and is tried again when the machine goes on.
   */
  readLine(prompt = ''): string {
    return this.input.read(prompt);
  }

  /** What the innermost operation keeps that waits to go on with this step; `null` where none does. */
  waitingFor<Data extends readonly (Value | undefined)[]>(step: Step<Data>): Data | null {
    return this.fast?.waitingFor(step) ?? this.calls.waitingFor(step);
  }

  /** Goes on with a call that has begun; `taken` values on the stack are the callee and its arguments. */
  call(begun: Begun, taken: number): void {
    this.transfer.call(begun, taken);
  }

  /** Begins a call of a function of the program: its result goes through the steps of `chain` to `deliver`. */
  enter(frame: Frame, chain: Continuation | null = null, deliver: Deliver = pushResult): void {
    this.calls.enter(frame, chain, deliver);
  }

  /** Puts a frame in the place of the innermost one, for whoever waits for that. */
  replace(frame: Frame): void {
    this.calls.replace(frame);
  }

  /** The generator that a call of a generator function gives. */
  makeGenerator(frame: Frame): GeneratorObject {
    return putNew(this.heap, new GeneratorObject(frame.function, frame));
  }

  /** Puts the frame of a generator on top; the `YIELD` where it stands gets the value. */
  drive(generator: GeneratorObject, value: Value, chain: Continuation | null, deliver: Deliver): void {
    this.calls.drive(generator, value, chain, deliver);
  }

  /** Ends the innermost frame with a value for whoever waits for it. */
  leave(value: Value): void {
    this.transfer.leave(value);
  }

  /** The same, but only once the host's stack has been left: for what gets a value in the middle of giving one. */
  leaveNext(value: Value): void {
    this.transfer.leaveNext(value);
  }

  /** Takes the innermost frame off, and answers for it with an outcome. */
  leaveWith(outcome: Outcome): void {
    this.transfer.leaveWith(outcome);
  }

  /** Takes the innermost frame, a generator's, off until it is driven on; whoever drove it gets the value. */
  suspend(value: Value): void {
    this.transfer.suspend(value);
  }

  /** Takes `taken` values from the innermost frame, and settles what it has made of them. */
  answer(outcome: Outcome, taken: number, deliver: Deliver = pushResult): void {
    this.transfer.answer(outcome, taken, deliver);
  }

  /** Whether the run is to come back behind the instruction that runs now. */
  get isStopping(): boolean {
    return this.state.stop !== null;
  }

  /** Comes back from `run` behind a `BREAKPOINT`. */
  stopAtBreakInstruction(): void {
    this.state.stop = { kind: 'break-instruction' };
  }

  /** Ends the program: the result is what main's frame holds on its stack. */
  halt(): void {
    this.state.finish({ kind: 'halted', result: this.calls.frames[0].stack });
  }

  /** Called when the message of the error that ends the program is there. */
  endWith(message: string): void {
    this.unwinder.endWith(message);
  }
}

/** Who watches every instruction or allocation sees the plain engine. */
function mayRunFast({ isFast, onInstruction, onAllocate }: MachineOptions): boolean {
  return isFast === true && onInstruction === undefined && onAllocate === undefined;
}

interface Registers {
  readonly instructions: number;
  readonly end: Stop | null;
  readonly work: WorkAhead;
  readonly hasFailed: boolean;
  readonly dying: MachineError | null;
  readonly hasPrompted: boolean;
}
