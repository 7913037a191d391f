import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { malformedLinesOf } from '../vm/index.ts';
import type { Arrivals } from './arrivals.ts';
import type { Files, FileText } from './files.ts';
import { uriNames } from './uri-names.ts';

/** A client that reads files for us says so by `experimental.bcasmFiles` among its capabilities. */
export interface ClientFilesOffer {
  /** The URI of the folder with the pages of the documentation, with a `/` at its end, where they are at hand. */
  readonly documentation?: string;
}

/** Given `{ uri }`, the client answers `{ bytes }`, a `Uint8Array`, or `{ error }`, why there are none, as a phrase. */
export const READ_FILE_REQUEST = 'bcasm/readFile';
/** Given `{ uri }` of a folder, the client answers the URIs of all assembly files in it and the folders in it. */
export const LIST_FILES_REQUEST = 'bcasm/listFiles';

/** What the client offers; `undefined` where it reads no files for us. */
export function clientFilesOffer({ experimental }: ClientCapabilities): ClientFilesOffer | undefined {
  const offer = (experimental as { readonly bcasmFiles?: ClientFilesOffer } | undefined)?.bcasmFiles;
  return typeof offer === 'object' && offer !== null ? offer : undefined;
}

/**
 * The files of a client, where there is no disk: the client reads them, and that takes a while. A file that is yet to come is missing;
 * `arrivals` says when it is worth asking again.
 */
export class ClientFiles implements Files {
  readonly fileOfUri = uriNames.fileOfUri;
  readonly uriOfFile = uriNames.uriOfFile;
  readonly resolve = uriNames.resolve;
  readonly documentation: string | undefined;
  readonly arrivals: Arrivals;
  private readonly connection: Pick<Connection, 'sendRequest'>;
  private readonly texts = new Map<string, FileText>();
  private readonly lists = new Map<string, string[]>();

  constructor(connection: Pick<Connection, 'sendRequest'>, arrivals: Arrivals, offer: ClientFilesOffer) {
    this.connection = connection;
    this.arrivals = arrivals;
    this.documentation = offer.documentation;
  }

  read(file: string): FileText {
    return this.known(this.texts, file, { error: 'it is still being read' }, async () =>
      textOf(await this.ask(READ_FILE_REQUEST, file)),
    );
  }

  list(folder: string): string[] {
    return this.known(this.lists, folder, [], async () => this.filesIn(await this.ask(LIST_FILES_REQUEST, folder)));
  }

  forget(file: string): void {
    this.texts.delete(file);
    this.lists.clear();
  }

  /** What is known under a name; `nothingYet` where that has to be asked for first. */
  private known<T>(all: Map<string, T>, name: string, nothingYet: T, fetch: () => Promise<T>): T {
    const known = all.get(name);
    if (known !== undefined) return known;
    all.set(name, nothingYet);
    const arrival = fetch().then(value => {
      // Else it was forgotten meanwhile, and may be another by now.
      if (all.get(name) === nothingYet) all.set(name, value);
    });
    this.arrivals.expect(arrival);
    return nothingYet;
  }

  /** What the client answers, whatever that is; a client that fails gives nothing. */
  private async ask(request: string, file: string): Promise<unknown> {
    try {
      return await this.connection.sendRequest<unknown>(request, { uri: this.uriOfFile(file) });
    } catch {
      return null;
    }
  }

  private filesIn(answer: unknown): string[] {
    const uris = Array.isArray(answer) ? answer.filter(uri => typeof uri === 'string') : [];
    return uris.map(uri => this.fileOfUri(uri)).toSorted();
  }
}

function textOf(answer: unknown): FileText {
  const { bytes, error } = (answer ?? {}) as { readonly bytes?: unknown; readonly error?: unknown };
  if (ArrayBuffer.isView(bytes)) return decode(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return { error: typeof error === 'string' ? error : 'the editor cannot read it' };
}

/** The text without its byte order mark; bytes that are no UTF-8 become U+FFFD, and the 0-based lines that hold any are listed. */
function decode(bytes: Uint8Array): FileText {
  const text = new TextDecoder().decode(bytes);
  return isUtf8(bytes) ? { text } : { text, malformedLines: malformedLinesOf(bytes, isUtf8) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
