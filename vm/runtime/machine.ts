import type { FunctionIndex, Program } from '../bytecode/index.ts';
import { BUILT_INS, instructionOf, type BuiltInName } from '../isa/index.ts';
import { BUILT_IN_TYPES } from './built-ins/index.ts';
import { raise, Raised } from './errors.ts';
import { Frame } from './frame.ts';
import { HANDLERS } from './handlers/index.ts';
import type { Host } from './host.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { BREAKPOINT_TRAP, END_OF_CODE, link, type LinkedProgram } from './link.ts';
import { BuiltInObject } from './objects.ts';
import type { FrameView, Stop } from './stop.ts';
import { captureError } from './traceback.ts';
import type { HeapObject, Value } from './values/value.ts';

export interface MachineOptions {
  readonly host: Host;
  /** What is left out has its default. */
  readonly limits?: Partial<Limits>;
  /** Loading a name that nothing has bound gives `None` instead of a `NameError`. */
  readonly undefinedIsNone?: boolean;
}

/**
 * The machine: runs a program one instruction after another. Written to be read; every run of the same program with the same
 * input is the same, instruction by instruction.
 *
 * Invariants: the frames are an array, main's first, so the host's stack does not grow with the program's; an instruction
 * either has happened as a whole or has not begun; what goes wrong in a program is a `Stop`, never a host exception.
 */
export class Machine {
  readonly program: Program;
  readonly host: Host;
  readonly limits: Limits;
  readonly undefinedIsNone: boolean;
  /** The value of each global variable by slot; `undefined` while it is unbound. */
  readonly globalValues: (Value | undefined)[];
  private readonly linked: LinkedProgram;
  private readonly builtIns = new Map<string, BuiltInObject>();
  private readonly frames: Frame[];
  private breakpoints: readonly { readonly function: FunctionIndex; readonly at: number }[] = [];
  private instructions = 0;
  private allocations = 0;
  /** How many values the frames below the innermost one hold on their stacks. */
  private valuesBelow = 0;
  /** Whether the prompt of the input that is being waited for has been written. */
  private hasPrompted = false;
  /** Set by an instruction that ends the run: why. */
  private stop: Stop | null = null;
  private end: Stop | null = null;

  constructor(program: Program, options: MachineOptions) {
    this.program = program;
    this.host = options.host;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.undefinedIsNone = options.undefinedIsNone ?? false;
    this.linked = link(program);
    this.globalValues = new Array<Value | undefined>(this.linked.globalNames.length).fill(undefined);
    this.frames = [new Frame(this.linked.functions[0], [], [])];
  }

  /**
   * Runs at most `budget` instructions, and tells why it came back. With `passBreakpoint` a breakpoint on the first of them
   * is passed over: the way on from a stop there. A program that has ended stays so.
   */
  run(budget: number, passBreakpoint = false): Stop {
    if (this.end !== null) return this.end;
    this.stop = null;
    for (let left = budget, isFirst = true; left > 0; left--, isFirst = false) {
      try {
        this.step(isFirst && passBreakpoint);
      } catch (error) {
        this.fail(error);
      }
      if (this.stop !== null) return this.stop;
    }
    return { kind: 'budget' };
  }

  /** Instructions run so far; the implicit `HALT` is none. */
  get instructionCount(): number {
    return this.instructions;
  }

  /** Objects made on the heap so far. */
  get allocationCount(): number {
    return this.allocations;
  }

  get hasEnded(): boolean {
    return this.end !== null;
  }

  get frameCount(): number {
    return this.frames.length;
  }

  /** A frame by its index: 0 is main's, the last one the innermost. */
  frame(index: number): FrameView {
    const frame = this.frames[index];
    const isInnermost = index === this.frames.length - 1;
    return {
      function: frame.function.index,
      at: isInnermost ? frame.at : frame.at - 1,
      locals: frame.locals,
      cells: frame.cells.map(cell => cell.value),
      stack: frame.stack,
    };
  }

  /** The global variables that are bound, in the order in which the program names them. */
  globals(): ReadonlyMap<string, Value> {
    const bound = new Map<string, Value>();
    for (const [slot, name] of this.linked.globalNames.entries()) {
      const value = this.globalValues[slot];
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
  }

  /** A built-in by its name; `undefined` when there is none. */
  builtIn(name: string): BuiltInObject | undefined {
    if (!Object.hasOwn(BUILT_INS, name)) return undefined;
    let object = this.builtIns.get(name);
    if (object === undefined) {
      object = new BuiltInObject(name as BuiltInName, BUILT_IN_TYPES.has(name));
      this.builtIns.set(name, object);
    }
    return object;
  }

  /** Puts a new object on the heap: gives it its number. One that has a number keeps it. */
  allocate<T extends HeapObject>(object: T): T {
    if (object.allocation === 0) object.allocation = ++this.allocations;
    return object;
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

  /** Raises `RecursionError` where one more frame would be too many. */
  checkDepth(): void {
    if (this.frames.length >= this.limits.depth) raise('RecursionError', 'maximum recursion depth exceeded');
  }

  /** Begins a call. */
  enter(frame: Frame): void {
    this.valuesBelow += this.innermost.stack.length;
    this.frames.push(frame);
  }

  /** Ends the innermost frame; its caller gets the value. */
  leave(value: Value): void {
    this.frames.pop();
    const caller = this.innermost;
    this.valuesBelow -= caller.stack.length;
    caller.push(value);
  }

  /** Puts a frame in the place of the innermost one. */
  replace(frame: Frame): void {
    this.frames[this.frames.length - 1] = frame;
  }

  /** Ends the program: the result is what main's frame holds on its stack. */
  halt(): void {
    this.end = { kind: 'halted', result: this.frames[0].stack };
    this.stop = this.end;
  }

  /** Comes back from `run` behind a `BREAKPOINT`. */
  stopAtBreakInstruction(): void {
    this.stop = { kind: 'break-instruction' };
  }

  /** Makes the present `run` come back behind the instruction that runs now, as if its budget were spent. */
  interrupt(): void {
    this.stop ??= { kind: 'budget' };
  }

  private get innermost(): Frame {
    return this.frames[this.frames.length - 1];
  }

  /** One instruction: tests what has to hold before it, then lets its handler do it. */
  private step(passBreakpoint: boolean): void {
    const frame = this.innermost;
    const { opcodes, operands, code, needs, growth } = frame.function;
    const { at, stack } = frame;
    let opcode = opcodes[at];
    if (opcode === BREAKPOINT_TRAP) {
      if (!passBreakpoint) {
        this.stop = { kind: 'breakpoint' };
        return;
      }
      opcode = code.opcodes[at] ?? END_OF_CODE;
    }
    if (opcode === END_OF_CODE) return this.runOffEnd(frame);
    if (this.instructions >= this.limits.instructions) {
      raise('InstructionLimit', `the limit of ${this.limits.instructions} instructions is reached`);
    }
    if (stack.length < needs[at]) raise('StackUnderflow', underflowMessage(opcode, needs[at], stack.length));
    if (this.valuesBelow + stack.length + growth[at] > this.limits.stack) {
      raise('StackOverflow', `the operand stack exceeds its limit of ${this.limits.stack} values`);
    }
    const handler = HANDLERS[opcode];
    if (handler === undefined) raise('InvalidOpcode', `no instruction has the opcode ${opcode}`);
    frame.at = at + 1;
    try {
      handler(this, frame, operands[at]);
    } catch (error) {
      frame.at = at;
      throw error;
    }
    this.instructions++;
  }

  private runOffEnd(frame: Frame): void {
    if (this.frames.length > 1 || frame.function.index !== 0) {
      raise('InvalidJumpTarget', `${frame.function.code.qualifiedName} has run off its end`);
    }
    this.halt();
  }

  /** Turns what an instruction threw into a stop. */
  private fail(thrown: unknown): void {
    if (thrown === WAIT_FOR_INPUT) {
      this.stop = { kind: 'input' };
    } else if (thrown instanceof Raised) {
      this.end = { kind: 'uncaught', error: captureError(this, thrown) };
      this.stop = this.end;
    } else {
      throw thrown;
    }
  }

  private setOpcode(place: { readonly function: FunctionIndex; readonly at: number }, opcode: number): void {
    this.linked.functions[place.function].opcodes[place.at] = opcode;
  }
}

/** Thrown, and caught in `run`, by an instruction that has to wait for a line. */
const WAIT_FOR_INPUT = Symbol('wait for input');

function underflowMessage(opcode: number, needs: number, has: number): string {
  const values = needs === 1 ? '1 value' : `${needs} values`;
  return `${instructionOf(opcode)?.mnemonic ?? ''} takes ${values} from the stack, which holds ${has === 0 ? 'none' : has}`;
}
