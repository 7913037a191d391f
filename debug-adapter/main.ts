import { createServer } from 'node:net';
import { BcasmDebugSession } from './session.ts';

// The adapter as a program of its own: one session on standard input and output, or with `--port N` on a socket.
const port = readPort(process.argv);
if (port === null) serveStandardStreams();
else serveSocket(port);

function serveStandardStreams(): void {
  serve(process.stdin, process.stdout);
}

/** Serves the first client that comes, and leaves with it. */
function serveSocket(wantedPort: number): void {
  const server = createServer(socket => {
    server.close();
    serve(socket, socket);
  });
  server.on('error', error => {
    process.stderr.write(`cannot listen on port ${wantedPort}: ${error.message}\n`);
    process.exitCode = 2;
  });
  server.listen(wantedPort, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address) process.stderr.write(`listening on 127.0.0.1:${address.port}\n`);
  });
}

/** One session. Whatever ends it, also a client that dies, ends the process. */
function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream & { readonly writableLength?: number },
): void {
  const session = new BcasmDebugSession();
  session.backlog = () => output.writableLength ?? 0;
  session.onEnd = () => leave(output);
  input.on('end', () => session.shutdown());
  input.on('error', () => session.shutdown());
  output.on('error', () => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => session.shutdown());
  session.start(input, output);
}

/** Ends the process as soon as the client has everything, or does not take it. */
function leave(output: NodeJS.WritableStream): void {
  setTimeout(() => process.exit(0), LEAVE_MILLISECONDS);
  output.write('', () => process.exit(0));
}

/** How long the client may take to read the last messages. */
const LEAVE_MILLISECONDS = 500;

/** The number behind `--port`, 0 for any that is free; `null` without it. */
function readPort(args: readonly string[]): number | null {
  const index = args.indexOf('--port');
  if (index < 0) return null;
  const text = args[index + 1] ?? '';
  const wanted = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (wanted >= 0 && wanted < 65536) return wanted;
  process.stderr.write(`--port: expected a number from 0 to 65535, found ${text === '' ? 'nothing' : text}\n`);
  process.exit(2);
}
