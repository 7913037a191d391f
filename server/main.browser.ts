import { ProposedFeatures, createConnection } from 'vscode-languageserver/browser';
import { Arrivals } from './arrivals.ts';
import { ClientFiles, clientFilesOffer } from './client-files.ts';
import { serve } from './connection.ts';
import { openFilesOnly } from './open-files.ts';
import { Refusals } from './refusals.ts';
import { wholeAnswers } from './whole-answers.ts';

// In a web worker the messages of the protocol come and go as they are, by `postMessage`.
const worker = globalThis as unknown as Parameters<typeof wholeAnswers>[0];
const arrivals = new Arrivals();
const { reader, writer } = wholeAnswers(worker, arrivals);
const connection = createConnection(ProposedFeatures.all, reader, writer, { messageStrategy: new Refusals() });
serve(connection, ({ capabilities }) => {
  const offer = clientFilesOffer(capabilities);
  return offer === undefined ? openFilesOnly : new ClientFiles(connection, arrivals, offer);
});
