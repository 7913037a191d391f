import { INSTRUCTIONS, type Instruction, type StackEffect } from '../isa/index.ts';

/**
 * Which values an instruction takes, moves and makes, read off its stack picture: a word on the right that also stands on
 * the left is the same value moved (`a b -- b a`), any other is a new one.
 */
export interface StackMotion {
  /** Values taken: `fixed`, and `perCount` for each that the operand `n` counts. */
  readonly popsFixed: number;
  readonly popsPerCount: number;
  /** For each value pushed, the lowest first: how deep the popped value lay that it is (0 is the top), or `NEW_VALUE`. */
  readonly pushes: readonly number[];
  readonly pushesPerCount: number;
  /** Whether a popped value is pushed again. */
  readonly moves: boolean;
  /** How many of the values popped, from the deepest on, stay where they are: the list of `APPEND` does. */
  readonly stays: number;
}

export const NEW_VALUE = -1;

/** By opcode: what happens on the way to the following instruction or out of the frame, and on the way to the label. */
export const NEXT_MOTIONS: readonly StackMotion[] = byOpcode(instruction => instruction.picture.next);
export const JUMP_MOTIONS: readonly StackMotion[] = byOpcode(instruction => instruction.picture.jump);

function byOpcode(effectOf: (instruction: Instruction) => StackEffect): readonly StackMotion[] {
  const motions: StackMotion[] = [];
  for (const instruction of INSTRUCTIONS) motions[instruction.code] = motionOf(effectOf(instruction));
  return motions;
}

function motionOf({ pops, pushes }: StackEffect): StackMotion {
  const depthOf = (word: string) => {
    const index = pops.words.lastIndexOf(word);
    return index < 0 ? NEW_VALUE : pops.words.length - 1 - index;
  };
  const pushed = pushes.words.filter(word => !isCounted(word)).map(depthOf);
  const firstMoved = pushed.findIndex((depth, index) => depth !== pops.fixed - 1 - index);
  return {
    popsFixed: pops.fixed,
    popsPerCount: pops.perCount,
    pushes: pushed,
    pushesPerCount: pushes.perCount,
    moves: pushed.some(depth => depth !== NEW_VALUE),
    stays: pops.perCount > 0 ? 0 : firstMoved < 0 ? pushed.length : firstMoved,
  };
}

function isCounted(word: string): boolean {
  return word.includes('…');
}
