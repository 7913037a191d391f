#!/usr/bin/env node
// The command line's door in a checkout and in the published package: the program itself is the bundle dist/cli.cjs.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
if (existsSync(bundle)) {
  createRequire(import.meta.url)(bundle);
} else {
  process.stderr.write('bcasm: not built yet; run "npm run build" first\n');
  process.exitCode = 2;
}
