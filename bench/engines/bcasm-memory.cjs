'use strict';
// `bcasm run --stats FILE`, which writes to standard output how many bytes the process holds, whenever it reads standard input:
// what is in use on the heap of V8 and outside of it, once everything else is collected. Needs `node --expose-gc`.
const fs = require('node:fs');
const path = require('node:path');

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const { readSync, writeSync } = fs;

fs.readSync = (descriptor, ...rest) => {
  if (descriptor === STANDARD_INPUT) {
    global.gc();
    const { heapUsed, external } = process.memoryUsage();
    writeSync(STANDARD_OUTPUT, `${heapUsed + external}\n`);
  }
  return readSync(descriptor, ...rest);
};

process.argv.splice(2, 0, 'run', '--stats');
require(path.join(__dirname, '..', '..', 'bin', 'bcasm.cjs'));
