'use strict';
// A bundle's compiled code, kept beside it: of the 50 ms that the command line takes to start, 25 are compiling. The build
// writes it, and V8 ignores it where the version of Node or its options are others; then the bundle is compiled as ever.
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/**
 * Runs a CommonJS bundle as `require` does, with its compiled code where that is there.
 * @param {string} file an absolute path
 */
function runCompiled(file) {
  run(file, compile(file, readCode(file)));
}

/**
 * As `runCompiled`, and when the process ends writes the code of all that has run.
 * @param {string} file an absolute path
 */
function runAndKeepCode(file) {
  const script = compile(file, undefined);
  process.once('exit', () => writeFileSync(codeFile(file), script.createCachedData()));
  run(file, script);
}

module.exports = { runCompiled, runAndKeepCode };

/**
 * @param {string} file
 * @param {Buffer | undefined} cachedData
 */
function compile(file, cachedData) {
  // Bundles are ASCII, which is read in half the time.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`;
  return new Script(source, { filename: file, cachedData });
}

/**
 * @param {string} file
 * @param {Script} script
 */
function run(file, script) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
}

/**
 * @param {string} file
 * @returns {Buffer | undefined}
 */
function readCode(file) {
  try {
    return readFileSync(codeFile(file));
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function codeFile(file) {
  return `${file}.code`;
}
