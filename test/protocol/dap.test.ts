import { expect, test } from 'vitest';
import { DapClient } from './dap-client.ts';
test('smoke', async () => {
  const c = new DapClient();
  await c.launch({ program: '/tmp/t1.bcasm' }, { '/tmp/t1.bcasm': [3, 9] });
  console.log(await c.stop());
  let s = await c.go('continue');
  s = await c.go('continue');
  console.log(
    s,
    await c.scope(s.frameId, 'Locals'),
    await c.scope(s.frameId, 'Operand Stack'),
    await c.scope(s.frameId, 'Globals'),
  );
  await c.setBreakpoints('/tmp/t1.bcasm', []);
  console.log(await c.go('stepOut'));
  console.log(await c.go('next'));
  console.log(await c.go('next'));
  await c.ask('continue');
  await c.untilOutput('console', 'waits');
  console.log(await c.ask('evaluate', { context: 'repl', expression: 'hello' }));
  console.log(await c.stop());
  console.log(await c.ask('exceptionInfo', { threadId: 1 }));
  await c.ask('continue');
  console.log(await c.event('exited'));
  console.log(c.output('stdout'), c.output('stderr'));
  expect(await c.leave()).toEqual([]);
});
