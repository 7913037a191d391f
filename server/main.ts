import { setFlagsFromString } from 'node:v8';
import { join } from 'node:path';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { documentationIn, nodeFiles } from './node-files.ts';

// A server runs for hours beside an editor: what it no longer needs is to be given back soon, rather than let pile up to as much
// again as it does need. (docs/decisions/009-incremental-analysis.md has the numbers.)
setFlagsFromString('--heap-growing-percent=30');
setFlagsFromString('--semi-space-growth-factor=1');

// The transport is named on the command line: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. A client that dies closes
// its end, or is missed by its process id: the library ends this process then; but not where the channel of `--node-ipc` breaks.
process.on('disconnect', () => process.exit(1));
// The bundle stands in `dist/`, beside `docs/`.
const documentation = documentationIn(join(__dirname, '..', 'docs'));
serve(createConnection(ProposedFeatures.all), { ...nodeFiles, documentation });
