import type { Opcode } from '../isa/index.ts';
import type { Finding } from './report.ts';
import type { StackWalker } from './stack-walker.ts';
import type { Subject } from './subject.ts';

/** A property of single instructions. */
export interface InstructionProperty {
  /** The only instructions that it is asked of. */
  readonly opcodes: readonly Opcode[];
  /** What is found at the instruction before which the walker stands: at most one finding. */
  find(subject: Subject, walker: StackWalker): Finding | undefined;
}
