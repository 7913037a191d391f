#!/usr/bin/env node
'use strict';
// The command line's door in a checkout and in the published package: the program itself is the bundle dist/cli.cjs.
// CommonJS, because Node starts that 10 ms sooner than an ES module.
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { runCompiled } = require('./code-cache.cjs');

const bundle = join(__dirname, '../dist/cli.cjs');
if (existsSync(bundle)) {
  runCompiled(bundle);
} else {
  process.stderr.write('bcasm: not built yet; run "npm run build" first\n');
  process.exitCode = 2;
}
