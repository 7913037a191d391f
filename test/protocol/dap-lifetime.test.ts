import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { DapClient, writeProgram } from './dap-client.ts';

const PROGRAM = `        INPUT
        LOAD_CONST "x"
        PRINT
again:  JUMP again
`;

/** Brings a fresh adapter into each state that it can be left in. */
const STATES: Readonly<Record<string, (client: DapClient, file: string) => Promise<void>>> = {
  'before initialize': async () => {},
  'before launch': async client => void (await client.initialize()),
  'before configurationDone': async (client, file) => {
    await client.initialize();
    await client.ask('launch', { program: file });
  },
  'behind a failed launch': async (client, file) => {
    await client.initialize();
    await client.send('launch', { program: `${file}.missing` });
  },
  running: async (client, file) => {
    await client.launch({ program: file, input: ['line'] });
    await client.untilOutput('stdout', 'x');
  },
  paused: async (client, file) => {
    await client.launch({ program: file, stopOnEntry: true });
    await client.stop();
  },
  'waiting for input': async (client, file) => {
    await client.launch({ program: file });
    await client.untilOutput('console', 'waits');
  },
  'stopped at an error': async (client, file) => {
    await client.launch({ program: file, input: [] });
    await client.stop();
  },
  ended: async (client, file) => {
    await client.launch({ program: file, input: [], noDebug: true });
    await client.event('terminated');
  },
};

describe.each(Object.entries(STATES))('%s', (_, enter) => {
  test('disconnect is answered, and nothing is left', async () => {
    const { client } = await start(enter);
    await client.ask('disconnect', { terminateDebuggee: true });
    expect(await client.exited).toBe(0);
    expect(client.problems).toEqual([]);
  });

  test('terminate is answered, the end is told once, and nothing is left, even without disconnect', async () => {
    const { client } = await start(enter);
    const wasLaunched = client.messages.some(message => 'command' in message && message.command === 'launch');
    const failed = client.messages.some(message => 'success' in message && !message.success);
    await client.ask('terminate');
    expect(await client.exited).toBe(0);
    const ends = client.messages.filter(message => 'event' in message && message.event === 'terminated');
    expect(ends).toHaveLength(wasLaunched && !failed ? 1 : 0);
    expect(client.problems).toEqual([]);
  });

  test('a client that goes away without a word takes the adapter with it', async () => {
    const { client } = await start(enter);
    client.process.stdin?.end();
    expect(await client.exited).toBe(0);
  });

  test('a client that no longer reads and goes away does so, too', async () => {
    const { client } = await start(enter);
    client.process.stdout?.destroy();
    client.process.stdin?.destroy();
    expect(await client.exited).toBe(0);
  });

  test('a signal ends it', async () => {
    const { client } = await start(enter);
    client.process.kill('SIGTERM');
    expect(['SIGTERM', 0]).toContain(await client.exited);
  });
});

test('requests behind the end are answered', async () => {
  const { file } = writeProgram('        HALT\n');
  const client = new DapClient();
  await client.launch({ program: file });
  await client.event('terminated');
  expect(await client.refusal('continue', { threadId: 1 })).toBe('the program has ended');
  expect(await client.refusal('pause', { threadId: 1 })).toBe('the program has ended');
  expect((await client.ask('threads')).threads).toHaveLength(1);
  expect(await client.leave()).toEqual([]);
});

test('a message that is no JSON is passed over', async () => {
  const client = new DapClient();
  client.write('{"seq": 1, "type"');
  client.write('null');
  client.write('[]');
  await client.initialize();
  expect(await client.leave()).toEqual([]);
});

test('on a port it serves one client and leaves with it', async () => {
  const adapter = new DapClient(['--port', '0']);
  let address = '';
  while (!address.includes('\n')) {
    await new Promise(resolve => setTimeout(resolve, 10));
    address = adapter.stderr.join('');
  }
  const socket = connect(Number(/127\.0\.0\.1:(\d+)/.exec(address)?.[1]), '127.0.0.1');
  const request = JSON.stringify({ seq: 1, type: 'request', command: 'initialize', arguments: { adapterID: 'bcasm' } });
  socket.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
  const answer = await new Promise<string>(resolve => socket.once('data', data => resolve(data.toString())));
  expect(answer).toContain('"request_seq":1');
  socket.end();
  expect(await adapter.exited).toBe(0);
});

test('a wrong port is said', async () => {
  const adapter = new DapClient(['--port', 'x']);
  expect(await adapter.exited).toBe(2);
  expect(adapter.stderr.join('')).toBe('--port: expected a number from 0 to 65535, found x\n');
});

async function start(enter: (client: DapClient, file: string) => Promise<void>): Promise<{ client: DapClient }> {
  const { file } = writeProgram(PROGRAM);
  const client = new DapClient();
  await enter(client, file);
  return { client };
}
