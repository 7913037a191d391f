import { instructionOf } from '../isa/index.ts';
import type { CallStack } from './call-stack.ts';
import { raise } from './errors.ts';
import type { Frame } from './frame.ts';
import { HANDLERS } from './handlers/index.ts';
import { BREAKPOINT_TRAP, END_OF_CODE } from './link.ts';
import type { MachineOptions } from './machine-options.ts';
import type { Machine } from './machine.ts';
import type { RunState } from './run-state.ts';
import type { Unwinder } from './unwinder.ts';
import { WAIT_FOR_INPUT } from './wait-for-input.ts';

/**
 * The engine that knows everything, and does it one instruction after another. Written to be read; the fast one
 * (`fast/engine.ts`) does the same.
 */
export class PlainEngine {
  private readonly machine: Machine;
  private readonly calls: CallStack;
  private readonly unwinder: Unwinder;
  private readonly state: RunState;
  private readonly onInstruction: MachineOptions['onInstruction'] | null;

  constructor(machine: Machine, calls: CallStack, unwinder: Unwinder, state: RunState, options: MachineOptions) {
    this.machine = machine;
    this.calls = calls;
    this.unwinder = unwinder;
    this.state = state;
    this.onInstruction = options.onInstruction ?? null;
  }

  /** One instruction: tests what has to hold before it, then lets its handler do it. */
  step(passBreakpoint: boolean): void {
    const { state } = this;
    const frame = this.calls.innermost;
    const { opcodes, operands, code } = frame.function;
    const { at } = frame;
    let opcode = opcodes[at];
    if (opcode === BREAKPOINT_TRAP) {
      if (!passBreakpoint) {
        state.stop = { kind: 'breakpoint' };
        return;
      }
      opcode = code.opcodes[at] ?? END_OF_CODE;
    }
    frame.at = at + 1;
    try {
      if (opcode === END_OF_CODE) return this.runOffEnd(frame);
      if (state.instructions >= this.machine.limits.instructions) this.raiseInstructionLimit();
      if (frame.isChecked) this.checkStack(frame, at, opcode);
      const handler = HANDLERS[opcode] ?? raise('InvalidOpcode', `no instruction has the opcode ${opcode}`);
      if (this.onInstruction !== null) this.observe(frame, at);
      state.instructions++;
      handler(this.machine, frame, operands[at]);
    } catch (thrown) {
      if (thrown === WAIT_FOR_INPUT) {
        frame.at = at;
        state.instructions--;
        state.stop = { kind: 'input' };
      } else {
        this.unwinder.fail(thrown);
      }
    }
  }

  private observe(frame: Frame, at: number): void {
    frame.at = at;
    this.onInstruction?.(this.machine, { function: frame.function.index, at });
    frame.at = at + 1;
  }

  private raiseInstructionLimit(): never {
    raise('InstructionLimit', `the limit of ${this.machine.limits.instructions} instructions is reached`);
  }

  /** Everything that an instruction relies on: values to take, and room for more. */
  private checkStack({ function: { needs, growth }, stack }: Frame, at: number, opcode: number): void {
    const limit = this.machine.limits.stack;
    if (stack.length < needs[at]) raise('StackUnderflow', underflowMessage(opcode, needs[at], stack.length));
    if (this.calls.valuesBelow + stack.length + growth[at] > limit) {
      raise('StackOverflow', `the operand stack exceeds its limit of ${limit} values`);
    }
  }

  private runOffEnd(frame: Frame): void {
    if (this.calls.depth > 1 || frame.function.index !== 0) {
      raise('InvalidJumpTarget', `${frame.function.code.qualifiedName} has run off its end`);
    }
    this.machine.halt();
  }
}

function underflowMessage(opcode: number, needs: number, has: number): string {
  const values = needs === 1 ? '1 value' : `${needs} values`;
  return `${instructionOf(opcode)?.mnemonic ?? ''} takes ${values} from the stack, which holds ${has === 0 ? 'none' : has}`;
}
