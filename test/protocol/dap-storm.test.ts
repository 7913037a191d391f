import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DapClient, writeProgram } from './dap-client.ts';

/** Calls, output, input, a BREAKPOINT, and an error at last: something for every request to meet. */
const PROGRAM = `.func work n
        LOAD_VAR n
        JUMP_IF_FALSE done
        LOAD_VAR n
        PRINT
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        CALL_FUNC work 1
        RETURN_VALUE
done:   BREAKPOINT
        LOAD_CONST None
        RETURN_VALUE
.end
        LOAD_CONST 20
        CALL_FUNC work 1
        INPUT
        ADD
`;

test('whatever requests come in whatever order, each is answered once, by the protocol, and the adapter leaves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: 1, maxLength: 60 }), fc.boolean(), async (storm, waits) => {
      const { file } = writeProgram(PROGRAM);
      const client = new DapClient();
      const end = storm.findIndex(({ command }) => command === 'disconnect');
      for (const { command, args } of storm.slice(0, end < 0 ? undefined : end)) {
        const answer = client.send(command, fillIn(args, file));
        if (waits) await answer;
      }
      await client.send('disconnect');
      expect(await client.exited).toBe(0);
      expect(client.problems).toEqual([]);
      expect(client.unanswered()).toBe(0);
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);

const FILE = '<the program>';

const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(-1, 0, 1, 2, 3, 1e9, '', 'x', null));

/** Arguments as a client would write them, most of them meaningful in some state. */
const sensible: fc.Arbitrary<{ command: string; args?: object }> = fc.oneof(
  fc.constant({ command: 'initialize', args: { adapterID: 'bcasm' } }),
  fc.record({ stopOnEntry: fc.boolean(), noDebug: fc.boolean() }).map(attributes => ({
    command: 'launch',
    args: { program: FILE, ...attributes },
  })),
  fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }).map(lines => ({
    command: 'setBreakpoints',
    args: { source: { path: FILE }, breakpoints: lines.map(line => ({ line })) },
  })),
  fc
    .constantFrom(['uncaught'], [], ['other'])
    .map(filters => ({ command: 'setExceptionBreakpoints', args: { filters } })),
  fc
    .constantFrom(
      'configurationDone continue next stepIn stepOut pause threads stackTrace exceptionInfo loadedSources restart'.split(
        ' ',
      ),
    )
    .chain(commands => fc.constantFrom(...commands))
    .map(command => ({ command, args: { threadId: 1 } })),
  fc.nat(20).map(frameId => ({ command: 'scopes', args: { frameId } })),
  fc.nat(20).map(variablesReference => ({ command: 'variables', args: { variablesReference } })),
  fc
    .tuple(fc.constantFrom('n', 'stack', '1', '^D', ''), fc.constantFrom('repl', 'hover', 'watch'))
    .map(([expression, context]) => ({ command: 'evaluate', args: { expression, context } })),
  fc.constant({ command: 'breakpointLocations', args: { source: { path: FILE }, line: 1, endLine: 50 } }),
  fc.constant({ command: 'source', args: { source: { path: FILE }, sourceReference: 0 } }),
);

const COMMANDS =
  'initialize launch setBreakpoints setExceptionBreakpoints breakpointLocations configurationDone threads stackTrace scopes variables evaluate completions exceptionInfo source loadedSources continue next stepIn stepOut pause restart terminate disconnect attach unknown toString __proto__';

const senseless = fc.record({
  command: fc.constantFrom(...COMMANDS.split(' ')),
  args: fc.dictionary(
    fc.constantFrom(
      ...'adapterID program cwd source line lines breakpoints filters frameId variablesReference start count expression context text column threadId startFrame levels arguments'.split(
        ' ',
      ),
    ),
    junk,
  ) as fc.Arbitrary<object>,
});

const requests: fc.Arbitrary<{ command: string; args?: object }> = fc.oneof(
  { arbitrary: sensible, weight: 5 },
  { arbitrary: senseless, weight: 1 },
);

function fillIn(args: object | undefined, file: string): object | undefined {
  return args && (JSON.parse(JSON.stringify(args).replaceAll(FILE, JSON.stringify(file).slice(1, -1))) as object);
}
