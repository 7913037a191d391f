import {
  BrowserMessageReader,
  BrowserMessageWriter,
  Message,
  type DataCallback,
  type RequestMessage,
} from 'vscode-languageserver/browser';
import type { Arrivals } from './arrivals.ts';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/**
 * The ends of a connection that gives whole answers only: one that was found while files were on their way is not sent, but its
 * question is asked again when they have come. So the server's features know nothing of files that take their time.
 */
export function wholeAnswers(port: Port, arrivals: Arrivals) {
  const open = new Map<unknown, RequestMessage>();
  const reader = new Reader(port, open);
  return { reader, writer: new Writer(port, open, reader, arrivals) };
}

class Reader extends BrowserMessageReader {
  private readonly open: Map<unknown, RequestMessage>;
  private callback: DataCallback = () => {};

  constructor(port: Port, open: Map<unknown, RequestMessage>) {
    super(port);
    this.open = open;
  }

  override listen(callback: DataCallback) {
    this.callback = callback;
    return super.listen(message => {
      if (Message.isRequest(message) && dependsOnFiles(message)) this.open.set(message.id, message);
      callback(message);
    });
  }

  askAgain(request: RequestMessage): void {
    this.callback(request);
  }
}

class Writer extends BrowserMessageWriter {
  private readonly open: Map<unknown, RequestMessage>;
  private readonly reader: Reader;
  private readonly arrivals: Arrivals;

  constructor(port: Port, open: Map<unknown, RequestMessage>, reader: Reader, arrivals: Arrivals) {
    super(port);
    this.open = open;
    this.reader = reader;
    this.arrivals = arrivals;
  }

  override async write(message: Message): Promise<void> {
    const request = Message.isResponse(message) ? this.open.get(message.id) : undefined;
    if (request === undefined) return super.write(message);
    if (this.arrivals.areExpected) {
      await this.arrivals.settled();
      this.reader.askAgain(request);
      return;
    }
    this.open.delete(request.id);
    return super.write(message);
  }
}

/** The beginning and the end of a session are no questions about files. */
function dependsOnFiles({ method }: RequestMessage): boolean {
  return method !== 'initialize' && method !== 'shutdown';
}
