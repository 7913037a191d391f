import { join } from 'node:path';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { watchClient } from './client-watch.ts';
import { serve } from './connection.ts';
import { documentationIn, nodeFiles } from './node-files.ts';
import { Refusals } from './refusals.ts';

// The transport is named on the command line: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. A client that dies closes
// its end, or is missed by its process id: the library ends this process then; but not where the channel of `--node-ipc` breaks.
process.on('disconnect', () => process.exit(1));
// The bundle stands in `dist/`, beside `docs/`.
const documentation = documentationIn(join(__dirname, '..', 'docs'));
const files = { ...nodeFiles, documentation };
const connection = createConnection(ProposedFeatures.all, { messageStrategy: new Refusals() });
serve(connection, () => files, watchClient);
