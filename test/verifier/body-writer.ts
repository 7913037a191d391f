import { instructionNamed, stackEffect, type Mnemonic } from '../../vm/index.ts';
import type { Random } from './random.ts';

/** A place that jumps lead to: the index of an instruction, or one that is not known yet. */
export interface Place {
  index: number;
}

/** Writes the instructions of a function one by one, each with a label of its own, and keeps count of the height in text order. */
export class BodyWriter {
  /** An operand that stands for any place at all; where jumps may not lead back, one further on. */
  static readonly ANYWHERE = '?';

  height = 0;
  readonly #random: Random;
  readonly #jumpsBack: boolean;
  readonly #offset: number;
  readonly #instructions: { readonly mnemonic: Mnemonic; readonly operands: readonly (string | Place)[] }[] = [];

  /** `offset` instructions stand before these in the function. */
  constructor(random: Random, jumpsBack: boolean, offset: number) {
    this.#random = random;
    this.#jumpsBack = jumpsBack;
    this.#offset = offset;
  }

  get length(): number {
    return this.#instructions.length;
  }

  write(mnemonic: Mnemonic, ...operands: readonly (string | Place)[]): void {
    this.#instructions.push({ mnemonic, operands });
    const { pops, pushes } = effectOf(mnemonic, operands);
    this.height = Math.max(this.height - pops, 0) + pushes;
  }

  /** The place of the next instruction. */
  here(): Place {
    return { index: this.length };
  }

  /** A place that is set by `place`. */
  forward(): Place {
    return { index: -1 };
  }

  place(place: Place, height: number): void {
    place.index = this.length;
    this.height = height;
  }

  /** The text; the label of the last line stands behind all instructions. */
  lines(): string[] {
    const lines = this.#instructions.map(({ mnemonic, operands }, index) => {
      const words = operands.map(operand => this.#show(operand, index));
      return [`l${index + this.#offset}:`, mnemonic, ...words].join(' ');
    });
    return [...lines, `l${this.length + this.#offset}:`];
  }

  #show(operand: string | Place, index: number): string {
    if (typeof operand !== 'string') return `l${operand.index + this.#offset}`;
    if (operand !== BodyWriter.ANYWHERE) return operand;
    const first = this.#jumpsBack ? 0 : index + 1;
    return `l${first + Math.floor(this.#random() * (this.length + 1 - first)) + this.#offset}`;
  }
}

/** The effect of an instruction on the height, as its operands say. */
export function effectOf(mnemonic: string, operands: readonly unknown[]): { pops: number; pushes: number } {
  const instruction = instructionNamed(mnemonic);
  if (instruction === undefined) throw new Error(`no instruction ${mnemonic}`);
  const count = Number(operands.join(' ').split(' ')[instruction.countOperand] ?? 0);
  return stackEffect(instruction, 'next', count);
}
