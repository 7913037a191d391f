import { operate } from '../outside/operate.ts';

/** Every instruction that has no source of its own, and only makes a value of others. */
instruction('OPERATE', () => {
  perform(operate);
});
