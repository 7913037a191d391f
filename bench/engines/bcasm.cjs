'use strict';
// Runs a program of bench/programs for the runner: by `bcasm run`, as users do. The programs read their sizes and print their
// results themselves, so the time is taken where the process reads and writes: from the moment when it has been given a line to
// the one when it writes.
const fs = require('node:fs');
const path = require('node:path');

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const { readSync, writeSync } = fs;

let isReady = false;
/** When the program was given a size; `undefined` while it has none to work on. */
let start;

fs.readSync = (descriptor, ...rest) => {
  if (descriptor !== STANDARD_INPUT) return readSync(descriptor, ...rest);
  if (!isReady) writeSync(STANDARD_OUTPUT, 'ready\n');
  isReady = true;
  const count = readSync(descriptor, ...rest);
  start = performance.now();
  return count;
};

fs.writeSync = (descriptor, ...rest) => {
  if (descriptor === STANDARD_OUTPUT && start !== undefined) {
    writeSync(STANDARD_OUTPUT, `${performance.now() - start} `);
    start = undefined;
  }
  return writeSync(descriptor, ...rest);
};

process.argv.splice(2, 0, 'run');
require(path.join(__dirname, '..', '..', 'bin', 'bcasm.cjs'));
