import type { Mnemonic } from '../../isa/index.ts';
import type { Frame } from '../frame.ts';
import type { Machine } from '../machine.ts';

/**
 * What one instruction does: called with its frame, whose `at` is already behind it, and its operand. The values that the
 * table says it takes are there. It either does everything or raises with the operand stack as it was.
 */
export type Handler = (machine: Machine, frame: Frame, operand: number) => void;

/** The handlers of some instructions. */
export type Handlers<M extends Mnemonic> = { readonly [K in M]: Handler };
