import {
  BrowserMessageReader,
  BrowserMessageWriter,
  ProposedFeatures,
  createConnection,
} from 'vscode-languageserver/browser';
import { serve } from './connection.ts';
import { openFilesOnly } from './open-files.ts';

// In a web worker the messages of the protocol come and go as they are, by `postMessage`.
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
);
serve(connection, openFilesOnly);
