import type { FunctionIndex, Program } from '../bytecode/index.ts';
import { instructionOf } from '../isa/index.ts';
import { builtInNamed } from './built-ins/index.ts';
import { CallStack, traceContinuation } from './call-stack.ts';
import type { Checkpoint } from './checkpoints/checkpoint.ts';
import { History } from './checkpoints/history.ts';
import { RecordedHost } from './checkpoints/recorded-host.ts';
import { exceptionOf, isFatal, isStopIteration, makeException, rescues } from './errors-in-flight.ts';
import { raise, Raised, RaisedException } from './errors.ts';
import { Frame, pushResult, type Deliver, type Handler as TryHandler } from './frame.ts';
import { ITEM_OR_END } from './handlers/control.ts';
import { HANDLERS } from './handlers/index.ts';
import type { Parked } from './fast/current.ts';
import { FastEngine } from './fast/engine.ts';
import { Globals } from './globals.ts';
import { Heap } from './heap/heap.ts';
import type { RootVisit } from './heap/roots.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { BREAKPOINT_TRAP, END_OF_CODE, link, type LinkedProgram } from './link.ts';
import type { MachineOptions, StackProof } from './machine-options.ts';
import { EXHAUSTED, GeneratorObject, type ClassObject, type ExceptionObject } from './objects/index.ts';
import { beginCall, type Begun } from './operations/calls.ts';
import { callMethod } from './operations/method-calls.ts';
import { exceptionText } from './operations/text.ts';
import { later, Pending, takeStep, type Action, type Continuation, type Outcome, type Step } from './pending.ts';
import { Pauses, type Statistics } from './statistics.ts';
import type { FrameView, MachineError, Stop } from './stop.ts';
import { captureError } from './traceback.ts';
import { classOf, exceptionType, specialMethod } from './types/index.ts';
import type { HeapObject, Value, Visit } from './values/value.ts';
import { WAIT_FOR_INPUT } from './wait-for-input.ts';

/**
 * The machine: runs a program one instruction after another. Written to be read; every run of the same program with the same
 * input is the same, instruction by instruction.
 *
 * Invariants: the frames are an array, main's first, and operations that wait for a call are chains of steps on the frames
 * (`pending.ts`), so the host's stack does not grow with the program's; what goes wrong in a program is an exception of the
 * program or a `Stop`, never a host exception.
 */
export class Machine {
  readonly program: Program;
  readonly host: RecordedHost;
  readonly limits: Limits;
  readonly undefinedIsNone: boolean;
  readonly heap: Heap;
  readonly globals: Globals;
  private readonly linked: LinkedProgram;
  private readonly proofs: readonly StackProof[];
  private readonly fast: FastEngine | null;
  private readonly calls: CallStack;
  private breakpoints: readonly { readonly function: FunctionIndex; readonly at: number }[] = [];
  private instructions = 0;
  /** Whether the prompt of the input that is being waited for has been written. */
  private hasPrompted = false;
  /** An operation that takes so long that the machine comes back in between. */
  private unfinished: Unfinished | null = null;
  /** An error that is raised before the next instruction, where a generator stands. */
  private injected: ExceptionObject | null = null;
  /** Whether the instruction behind which the innermost frame stands has failed, and nobody has handled that yet. */
  private isFailing = false;
  /** The error that the program ends in, while its message is being made. */
  private dying: MachineError | null = null;
  /** Set by an instruction that ends the run: why. */
  private stop: Stop | null = null;
  private end: Stop | null = null;
  private readonly onInstruction: MachineOptions['onInstruction'] | null;
  private readonly pauses = new Pauses();
  private readonly history: History<Registers>;

  constructor(program: Program, options: MachineOptions) {
    this.program = program;
    this.host = new RecordedHost(options.host);
    this.onInstruction = options.onInstruction ?? null;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.undefinedIsNone = options.undefinedIsNone ?? false;
    this.heap = new Heap(this.limits.heapBytes, options.stressesHeap, options.listsObjects);
    if (options.onAllocate !== undefined) this.heap.observe(options.onAllocate);
    this.linked = link(program);
    this.proofs = options.proofs ?? [];
    this.globals = new Globals(this.linked.globalNames);
    const main = new Frame(this.linked.functions[0], [], []);
    this.calls = new CallStack(main);
    main.isChecked = this.mustCheck(main);
    const { calls, heap, host, globals } = this;
    this.fast = this.mayRunFast(options)
      ? new FastEngine(this, { linked: this.linked, proofs: this.proofs, calls })
      : null;
    this.history = new History({ calls, heap, host, globals });
  }

  /**
   * Runs at most `budget` instructions, and tells why it came back. With `passBreakpoint` a breakpoint on the first of them
   * is passed over: the way on from a stop there. A program that has ended stays so.
   */
  run(budget: number, passBreakpoint = false): Stop {
    if (this.end !== null) return this.end;
    this.stop = null;
    for (let left = budget, isFirst = true; left > 0; isFirst = false) {
      if (this.heap.isDue && !this.collect()) this.raiseOutOfMemory();
      if (this.stop !== null) return this.stop;
      const ran = isFirst && passBreakpoint ? 0 : this.runFast(left);
      left -= ran;
      if (ran > 0 && this.fast?.isAtUnknown !== true) continue;
      if (left <= 0) break;
      left--;
      if (this.unfinished === null && this.injected === null) this.step(isFirst && passBreakpoint);
      else this.goOn();
      if (this.stop !== null) return this.stop;
    }
    return this.stop ?? { kind: 'budget' };
  }

  /** Lets the fast engine run, where it can. How many instructions that were. */
  private runFast(budget: number): number {
    const { fast } = this;
    if (fast === null || this.unfinished !== null || this.injected !== null || !fast.canRun(this.innermost)) return 0;
    const ran = fast.run(Math.min(budget, this.limits.instructions - this.instructions));
    this.instructions += ran;
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
      if (parked.kind === 'call') this.enterOrMake(parked.frame);
      else if (parked.kind === 'failure')
        this.work(null, exceptionOf(this.heap, parked.thrown), parked.chain, parked.deliver);
      else if (parked.kind === 'unfinished') this.unfinished = parked;
      else this.settle(parked.outcome, parked.chain, parked.deliver);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Instructions run so far, also those that raised an error; the implicit `HALT` is none. */
  get instructionCount(): number {
    return this.instructions;
  }

  /** Objects made on the heap so far. */
  get allocationCount(): number {
    return this.heap.allocationCount;
  }

  /** What the run has taken so far. */
  statistics(): Statistics {
    return { instructions: this.instructions, heap: this.heap.counts, pauses: this.pauses.summary() };
  }

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
    const { unfinished, injected, dying, end } = this;
    const visitWaiting: Visit = value => visit(value, 'operation', this.calls.depth - 1, -1);
    if (unfinished !== null) {
      if (unfinished.outcome instanceof Pending) unfinished.outcome.trace(visitWaiting);
      else visitWaiting(unfinished.outcome);
      traceContinuation(unfinished.chain, visitWaiting);
    }
    const visitError: Visit = value => visit(value, 'error', -1, -1);
    if (injected !== null) visitError(injected);
    if (dying !== null) visitTraceback(dying, visitError);
    if (end?.kind === 'uncaught') visitTraceback(end.error, visitError);
  }

  /**
   * Keeps the present state, so that `restore` can bring it back: frames, heap, variables, counters, and how far input and output
   * have come. It costs what changes until the next checkpoint. To be called between two runs.
   */
  checkpoint(): Checkpoint {
    return this.history.keep(this.instructions, this.registers());
  }

  /**
   * Brings back the state of a checkpoint; the newer ones are no more. Going on from it is the same run: the same lines are read,
   * and what has been written is not written again. Breakpoints stay as they are. False where the checkpoint is no more.
   */
  restore(checkpoint: Checkpoint): boolean {
    const registers = this.history.bringBack(checkpoint);
    if (registers === undefined) return false;
    Object.assign(this, registers);
    this.stop = null;
    return true;
  }

  /** Ends a checkpoint: nobody goes back to it any more. */
  drop(checkpoint: Checkpoint): void {
    this.history.drop(checkpoint);
  }

  get hasEnded(): boolean {
    return this.end !== null;
  }

  /** Whether the last instruction is still at work: an operation that takes long, or an error on its way into a generator. */
  get isAtWork(): boolean {
    return this.unfinished !== null || this.injected !== null;
  }

  /** Whether the program ends in an error, the message of which a method of the program is making. */
  get isDying(): boolean {
    return this.dying !== null && this.end === null;
  }

  get frameCount(): number {
    return this.calls.depth + (this.fast?.hotFrames ?? 0);
  }

  /** A frame by its index: 0 is main's, the last one the innermost. */
  frame(index: number): FrameView {
    this.fast?.needFrames();
    const frame = this.calls.frames[index];
    const isAhead = index === this.calls.depth - 1 && this.unfinished === null && !this.isFailing;
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

  /** Replaces all breakpoints. They stand in the linked code, and cost nothing while none is hit. */
  setBreakpoints(places: readonly { readonly function: FunctionIndex; readonly at: number }[]): void {
    for (const place of this.breakpoints)
      this.setOpcode(place, this.program.functions[place.function].opcodes[place.at] ?? END_OF_CODE);
    this.breakpoints = places.filter(
      ({ function: index, at }) => at >= 0 && at <= (this.program.functions[index]?.opcodes.length ?? -1),
    );
    for (const place of this.breakpoints) this.setOpcode(place, BREAKPOINT_TRAP);
    this.fast?.setBreakpoints(this.breakpoints);
  }

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
    if (prompt !== '' && !this.hasPrompted) this.host.write(prompt);
    const line = this.host.readLine();
    this.hasPrompted = line === undefined;
    if (line === undefined) throw WAIT_FOR_INPUT;
    if (line === null) raise('EOFError', 'EOF when reading a line');
    return line;
  }

  /** Begins a call of a function of the program: its result goes through the steps of `chain` to `deliver`. */
  enter(frame: Frame, chain: Continuation | null = null, deliver: Deliver = pushResult): void {
    this.checkDepth();
    this.isFailing = false;
    frame.continuation = chain;
    frame.deliver = deliver;
    this.calls.push(frame);
    frame.isChecked = this.mustCheck(frame);
  }

  /** Who watches every instruction or allocation sees the plain engine. */
  private mayRunFast({ isFast, onInstruction, onAllocate }: MachineOptions): boolean {
    return isFast === true && onInstruction === undefined && onAllocate === undefined;
  }

  private mustCheck({ function: { index } }: Frame): boolean {
    const proof = this.proofs[index];
    if (proof === undefined || !proof.isStackSafe || proof.maximumHeight < 0) return true;
    return this.calls.valuesBelow + proof.maximumHeight > this.limits.stack;
  }

  /** What the innermost operation keeps that waits to go on with this step; `null` where none does. */
  waitingFor<Data extends readonly (Value | undefined)[]>(step: Step<Data>): Data | null {
    return this.fast?.waitingFor(step) ?? this.calls.waitingFor(step);
  }

  /** Ends the innermost frame with a value for whoever waits for it. */
  leave(value: Value): void {
    const { continuation, deliver, generator } = this.popFrame();
    if (generator === null) return this.settle(value, continuation, deliver);
    generator.enter(this.heap, 'finished');
    // A loop of the program asks for no more than the end.
    if (continuation === ITEM_OR_END) return this.settle(EXHAUSTED, null, deliver);
    this.work(
      null,
      makeException(this.heap, exceptionType('StopIteration'), value === null ? [] : [value]),
      continuation,
      deliver,
    );
  }

  /** The same, but only once the host's stack has been left: for what gets a value in the middle of giving one. */
  leaveNext(value: Value): void {
    this.unfinished = { outcome: value, chain: null, deliver: leaveNow };
  }

  /** Takes the innermost frame, a generator's, off until it is driven on; whoever drove it gets the value. */
  suspend(value: Value): void {
    const frame = this.popFrame();
    const { continuation, deliver, generator } = frame;
    // Whoever drives it next is another one; a frame that rests holds nothing of this one.
    frame.continuation = null;
    generator?.enter(this.heap, 'suspended');
    this.settle(value, continuation, deliver);
  }

  /** Puts a frame in the place of the innermost one, for whoever waits for that. */
  replace(frame: Frame): void {
    const { continuation, deliver } = this.innermost;
    frame.continuation = continuation;
    frame.deliver = deliver;
    this.calls.replaceInnermost(frame);
    frame.isChecked = this.mustCheck(frame);
  }

  /** Takes the innermost frame off, and answers for it with an outcome. */
  leaveWith(outcome: Outcome): void {
    const { continuation, deliver } = this.popFrame();
    this.settle(outcome, continuation, deliver);
  }

  /**
   * Works an outcome off: does what it waits for, then takes the steps of `chain`, each with the result of the one before, and
   * gives the last result to `deliver`. Comes back early where a function of the program has to run first: its frame then has
   * what is left. Throws the error that no step rescues.
   */
  settle(outcome: Outcome, chain: Continuation | null, deliver: Deliver): void {
    this.work(outcome, null, chain, deliver);
  }

  /** Takes `taken` values from the innermost frame, and settles what it has made of them. */
  answer(outcome: Outcome, taken: number, deliver: Deliver = pushResult): void {
    const frame = this.innermost;
    frame.drop(taken);
    if (outcome instanceof Pending) this.settle(outcome, null, deliver);
    else deliver(this, frame, outcome);
  }

  /** Goes on with a call that has begun; `taken` values on the stack are the callee and its arguments. */
  call(begun: Begun, taken: number): void {
    if ('outcome' in begun) return this.answer(begun.outcome, taken);
    if (begun.frame.function.isGenerator) return this.answer(this.makeGenerator(begun.frame), taken);
    this.checkDepth();
    this.innermost.drop(taken);
    this.enter(begun.frame);
  }

  /** Begins what a call has made: a call under way, or a generator. */
  private enterOrMake(frame: Frame): void {
    if (frame.function.isGenerator) this.settle(this.makeGenerator(frame), null, pushResult);
    else this.enter(frame);
  }

  /** Raises an error of the program at the instruction that runs now, once that is over. */
  raiseNext(exception: ExceptionObject): void {
    this.injected = exception;
  }

  /** Ends the program: the result is what main's frame holds on its stack. */
  halt(): void {
    this.end = { kind: 'halted', result: this.calls.frames[0].stack };
    this.stop = this.end;
  }

  /** Whether the run is to come back behind the instruction that runs now. */
  get isStopping(): boolean {
    return this.stop !== null;
  }

  /** Comes back from `run` behind a `BREAKPOINT`. */
  stopAtBreakInstruction(): void {
    this.stop = { kind: 'break-instruction' };
  }

  /** Makes the present `run` come back behind the instruction that runs now, as if its budget were spent. */
  interrupt(): void {
    this.stop ??= { kind: 'budget' };
  }

  /** Everything that changes while the machine runs and is neither a frame nor on the heap. */
  private registers(): Registers {
    const { instructions, hasPrompted, unfinished, injected, isFailing, dying, end } = this;
    return { instructions, hasPrompted, unfinished, injected, isFailing, dying, end };
  }

  /** Raises `MemoryError` where the program stands: in the operation that goes on, or at the instruction that runs next. */
  private raiseOutOfMemory(): void {
    const { unfinished, injected, innermost: frame } = this;
    // An error that is on its way already goes first.
    if (injected !== null) return;
    this.heap.noteRefusal();
    const error = new Raised('MemoryError', '');
    if (unfinished === null) {
      if (frame.function.opcodes[frame.at] === END_OF_CODE) return;
      frame.at++;
      this.fail(error);
      return;
    }
    this.unfinished = null;
    try {
      this.work(null, exceptionOf(this.heap, error), unfinished.chain, unfinished.deliver);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private get innermost(): Frame {
    return this.calls.innermost;
  }

  /** One instruction: tests what has to hold before it, then lets its handler do it. */
  private step(passBreakpoint: boolean): void {
    const frame = this.innermost;
    const { opcodes, operands, code } = frame.function;
    const { at } = frame;
    let opcode = opcodes[at];
    if (opcode === BREAKPOINT_TRAP) {
      if (!passBreakpoint) {
        this.stop = { kind: 'breakpoint' };
        return;
      }
      opcode = code.opcodes[at] ?? END_OF_CODE;
    }
    frame.at = at + 1;
    try {
      if (opcode === END_OF_CODE) return this.runOffEnd(frame);
      if (this.instructions >= this.limits.instructions) this.raiseInstructionLimit();
      if (frame.isChecked) this.checkStack(frame, at, opcode);
      const handler = HANDLERS[opcode] ?? raise('InvalidOpcode', `no instruction has the opcode ${opcode}`);
      if (this.onInstruction !== null) this.observe(frame, at);
      this.instructions++;
      handler(this, frame, operands[at]);
    } catch (thrown) {
      if (thrown === WAIT_FOR_INPUT) {
        frame.at = at;
        this.instructions--;
        this.stop = { kind: 'input' };
      } else {
        this.fail(thrown);
      }
    }
  }

  private observe(frame: Frame, at: number): void {
    frame.at = at;
    this.onInstruction?.(this, { function: frame.function.index, at });
    frame.at = at + 1;
  }

  private raiseInstructionLimit(): never {
    raise('InstructionLimit', `the limit of ${this.limits.instructions} instructions is reached`);
  }

  /** Everything that an instruction relies on: values to take, and room for more. */
  private checkStack({ function: { needs, growth }, stack }: Frame, at: number, opcode: number): void {
    if (stack.length < needs[at]) raise('StackUnderflow', underflowMessage(opcode, needs[at], stack.length));
    if (this.calls.valuesBelow + stack.length + growth[at] > this.limits.stack) {
      raise('StackOverflow', `the operand stack exceeds its limit of ${this.limits.stack} values`);
    }
  }

  /** Goes on with what an instruction has left: an operation that took too long, or an error in a generator. */
  private goOn(): void {
    const { unfinished, injected } = this;
    this.unfinished = null;
    this.injected = null;
    try {
      if (injected !== null) throw new RaisedException(injected);
      if (unfinished !== null) this.settle(unfinished.outcome, unfinished.chain, unfinished.deliver);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** The loop of `settle`; it may begin with an error in the place of an outcome. */
  private work(outcome: Outcome, error: ExceptionObject | null, chain: Continuation | null, deliver: Deliver): void {
    let current = outcome;
    let failure = error;
    let left = chain;
    for (let steps = 0; ; steps++) {
      if ((steps > LONGEST_WORK || (steps > 0 && this.heap.isDue)) && failure === null) {
        this.unfinished = { outcome: current, chain: left, deliver };
        return;
      }
      const outcomeBefore = current;
      const chainBefore = left;
      try {
        if (failure !== null) {
          const rescuer = this.abandonUpToRescuer(left, failure);
          if (rescuer === null) break;
          left = rescuer.next;
          const rescued = failure;
          failure = null;
          current = (rescuer.step.rescue as Rescue)(this, rescued, ...rescuer.data);
        } else if (current instanceof Pending) {
          // What leaves the host's stack of its own accord has worked for a while.
          if (current.action.kind === 'value') steps += LONG_STEP;
          left = current.onto(left);
          const begun = this.begin(current.action, left, deliver);
          if (begun === ENTERED) return;
          current = begun;
        } else if (left === null) {
          deliver(this, this.innermost, current);
          return;
        } else {
          const waiting = left;
          left = waiting.next;
          current = takeStep(this, waiting, current);
          if (waiting.step.hasCounted !== true) current = this.heap.made(current);
        }
      } catch (thrown) {
        if (thrown === WAIT_FOR_INPUT) {
          this.unfinished = { outcome: outcomeBefore, chain: chainBefore, deliver };
          this.stop = { kind: 'input' };
          return;
        }
        failure = exceptionOf(this.heap, thrown);
        current = null;
      }
    }
    throw new RaisedException(failure);
  }

  /** The first of the steps that rescues an error; those before it are told that it goes by. */
  private abandonUpToRescuer(chain: Continuation | null, error: ExceptionObject): Continuation | null {
    for (let each = chain; each !== null; each = each.next) {
      if (rescues(each.step, error.class)) return each;
      each.step.abandon?.(this, ...each.data);
    }
    return null;
  }

  /** Begins what an operation waits for. The value, where it is there at once; `ENTERED` where a frame has to run. */
  private begin(action: Action, chain: Continuation | null, deliver: Deliver): Outcome | typeof ENTERED {
    switch (action.kind) {
      case 'value':
        return action.value;
      case 'call': {
        const begun = beginCall(this, action.callee, action.values, action.names);
        if ('outcome' in begun) return begun.outcome;
        if (begun.frame.function.isGenerator) return this.makeGenerator(begun.frame);
        this.enter(begun.frame, chain, deliver);
        return ENTERED;
      }
      case 'send':
        this.drive(action.generator, action.value, chain, deliver);
        return ENTERED;
      case 'throw':
        if (action.generator.state === 'finished') throw new RaisedException(action.error);
        this.drive(action.generator, null, chain, deliver);
        this.raiseNext(action.error);
        return ENTERED;
    }
  }

  /** The generator that a call of a generator function gives. */
  makeGenerator(frame: Frame): GeneratorObject {
    return this.allocate(new GeneratorObject(frame));
  }

  /** Puts the frame of a generator on top; the `YIELD` where it stands gets the value. */
  drive(generator: GeneratorObject, value: Value, chain: Continuation | null, deliver: Deliver): void {
    const { frame, state } = generator;
    if (state === 'running') raise('ValueError', 'generator already executing');
    if (frame === null) raise('StopIteration', '');
    if (state === 'created' && value !== null) {
      raise('TypeError', "can't send non-None value to a just-started generator");
    }
    this.checkDepth();
    // First, because a checkpoint wants the frame as it was.
    generator.enter(this.heap, 'running');
    this.enter(frame, chain, deliver);
    if (state === 'suspended') frame.push(value);
  }

  private popFrame(): Frame {
    return this.calls.pop();
  }

  /** Raises `RecursionError` where one more frame would be too many. */
  private checkDepth(): void {
    if (this.calls.depth >= this.limits.depth) raise('RecursionError', 'maximum recursion depth exceeded');
    // Frames count when a collection looks; they must not exceed the heap by themselves until then.
    if (this.calls.bytes >= this.limits.heapBytes) this.heap.refuseFrame();
  }

  private runOffEnd(frame: Frame): void {
    if (this.calls.depth > 1 || frame.function.index !== 0) {
      raise('InvalidJumpTarget', `${frame.function.code.qualifiedName} has run off its end`);
    }
    this.halt();
  }

  /** What an instruction threw: an error of the program, which is raised, or a fatal one, which ends it. */
  private fail(thrown: unknown): void {
    this.isFailing = true;
    if (thrown instanceof Raised && isFatal(thrown.kind)) this.endIn(captureError(this, thrown.kind, thrown.message));
    else this.unwind(exceptionOf(this.heap, thrown));
  }

  /** Finds who handles an error, frame by frame: a handler of the frame, or a step that waits for the frame's result. */
  private unwind(exception: ExceptionObject): void {
    let error = exception;
    if (!this.calls.handles(error)) return this.endUncaught(error);
    for (;;) {
      const frame = this.innermost;
      const handler = frame.handlers.pop();
      if (handler !== undefined) return this.handle(frame, handler, error);
      if (this.calls.depth === 1) return this.endUncaught(error);
      const { generator, continuation, deliver } = this.popFrame();
      if (generator !== null) {
        generator.enter(this.heap, 'finished');
        if (isStopIteration(error.class)) {
          error = makeException(this.heap, exceptionType('RuntimeError'), ['generator raised StopIteration']);
        }
      }
      try {
        this.work(null, error, continuation, deliver);
        this.isFailing = false;
        return;
      } catch (thrown) {
        error = exceptionOf(this.heap, thrown);
      }
    }
  }

  private handle(frame: Frame, { height, target }: TryHandler, error: ExceptionObject): void {
    const { stack } = frame;
    if (stack.length < height) {
      const message = `the handler needs ${height === 1 ? '1 value' : `${height} values`} on the stack, which holds ${stack.length === 0 ? 'none' : stack.length}`;
      return this.endIn(captureError(this, 'StackUnderflow', message));
    }
    this.isFailing = false;
    stack.length = height;
    frame.push(error);
    frame.at = target;
  }

  /** Ends the program in an error, with its message as `str` gives it: that may be a method of the program. */
  private endUncaught(exception: ExceptionObject): void {
    this.dying = captureError(this, exception.class.qualifiedName, '');
    this.settle(later(exception).thenDo(messageOf).thenDo(messageOrNone), null, endWithMessage);
  }

  /** Called when the message of the error that ends the program is there. */
  endWith(message: string): void {
    this.endIn({ ...(this.dying as MachineError), message });
  }

  private endIn(error: MachineError): void {
    this.isFailing = true;
    this.end = { kind: 'uncaught', error };
    this.stop = this.end;
  }

  private setOpcode(place: { readonly function: FunctionIndex; readonly at: number }, opcode: number): void {
    this.linked.functions[place.function].opcodes[place.at] = opcode;
  }
}

/** An error that ends the program shows the values of its frames. */
function visitTraceback({ traceback }: MachineError, visit: Visit): void {
  for (const { locals, cells, stack } of traceback) {
    locals.forEach(visit);
    cells.forEach(visit);
    stack.forEach(visit);
  }
}

interface Registers {
  readonly instructions: number;
  readonly hasPrompted: boolean;
  readonly unfinished: Unfinished | null;
  readonly injected: ExceptionObject | null;
  readonly isFailing: boolean;
  readonly dying: MachineError | null;
  readonly end: Stop | null;
}

/** An operation between two of its steps. */
interface Unfinished {
  readonly outcome: Outcome;
  readonly chain: Continuation | null;
  readonly deliver: Deliver;
}

/** In the place of an answer: a frame has to run first. */
const ENTERED = Symbol('entered');

/** After so many steps without an instruction the machine comes back, to be paused if somebody wants that. */
const LONGEST_WORK = 1000;
/** A round of a long loop counts as so many steps. */
const LONG_STEP = 100;

type Rescue = NonNullable<Step<readonly (Value | undefined)[]>['rescue']>;

const messageOf: Step<[]> = {
  after(machine, exception) {
    const own = specialMethod(exception, '__str__');
    return own === undefined ? exceptionText(machine, exception as ExceptionObject) : callMethod(own, [exception]);
  },
};

const messageOrNone: Step<[]> = {
  after: (_machine, text) => (typeof text === 'string' ? text : '<exception str() failed>'),
  rescues: ['BaseException'],
  rescue: () => '<exception str() failed>',
};

const leaveNow: Deliver = (machine, _frame, value) => machine.leave(value);

const endWithMessage: Deliver = (machine, _frame, message) => machine.endWith(message as string);

function underflowMessage(opcode: number, needs: number, has: number): string {
  const values = needs === 1 ? '1 value' : `${needs} values`;
  return `${instructionOf(opcode)?.mnemonic ?? ''} takes ${values} from the stack, which holds ${has === 0 ? 'none' : has}`;
}
