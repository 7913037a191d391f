import { afterEach, describe, expect, it, vi } from 'vitest';
import { afterMessages, nextTurn } from '../../server/turns.ts';

afterEach(() => vi.unstubAllGlobals());

describe('what waits for messages', () => {
  it('comes behind those that are read one a round of the loop', async () => {
    const seen: string[] = [];
    const read = (left: number): void => {
      seen.push('message');
      if (left > 1) setImmediate(() => read(left - 1));
    };
    setImmediate(() => read(8));
    await new Promise<void>(resolve =>
      afterMessages(() => {
        seen.push('work');
        resolve();
      }),
    );
    expect(seen).toEqual([...new Array<string>(8).fill('message'), 'work']);
  });

  it('can be called off, also in between', async () => {
    const run = vi.fn<() => void>();
    const callOff = afterMessages(run);
    await new Promise(resolve => setImmediate(resolve));
    callOff();
    await nextTurn();
    expect(run).not.toHaveBeenCalled();
  });

  it('takes a timer where there is nothing else, as in a web worker', async () => {
    vi.stubGlobal('setImmediate', undefined);
    const calledOff = vi.fn<() => void>();
    afterMessages(calledOff)();
    await nextTurn();
    expect(calledOff).not.toHaveBeenCalled();
  });
});
