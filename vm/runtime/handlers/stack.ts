import type { Handlers } from './handler.ts';

export const stackHandlers: Handlers<'POP_TOP' | 'DUP_TOP' | 'SWAP' | 'DUP_TWO' | 'ROT_THREE' | 'NOP'> = {
  POP_TOP(_machine, frame) {
    frame.pop();
  },

  DUP_TOP(_machine, frame) {
    frame.push(frame.peek());
  },

  SWAP(_machine, { stack }) {
    const top = stack.length - 1;
    [stack[top - 1], stack[top]] = [stack[top], stack[top - 1]];
  },

  DUP_TWO(_machine, frame) {
    frame.push(frame.peek(1));
    frame.push(frame.peek(1));
  },

  ROT_THREE(_machine, { stack }) {
    const top = stack.length - 1;
    [stack[top - 2], stack[top - 1], stack[top]] = [stack[top], stack[top - 2], stack[top - 1]];
  },

  NOP() {},
};
