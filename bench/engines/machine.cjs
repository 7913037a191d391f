'use strict';
// Runs a program of bench/programs for the runner, on a machine that it makes itself: `machine.cjs BUNDLE plain|debugged PROGRAM`,
// where the bundle is vm/index.ts. Debugged, there is a breakpoint that is never reached, and there are checkpoints as a debugger
// keeps them that can go back.
const { readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');

const [bundle, mode, file] = process.argv.slice(2);
const { Machine, analyze } = require(bundle);

/** As `bcasm run` has it. */
const SLICE_INSTRUCTIONS = 500_000;
/** Milliseconds between two checkpoints, and how many times what the last one took they must be apart. */
const CHECKPOINT_GAP = 50;
const CHECKPOINT_COST_SHARE = 20;
const KEPT_CHECKPOINTS = 3;
/** Milliseconds that it takes about to keep an object, and each byte of it. */
const COST_OF_OBJECT = 2e-4;
const COST_OF_BYTE = 1e-6;

const { program, verification } = analyze(file, {
  read: () => ({ text: readFileSync(file, 'utf8') }),
  resolve: name => name,
});
/** @type {string[]} */
const lines = [];
let output = '';
const host = {
  write: text => {
    output += text;
  },
  readLine: () => lines.shift(),
  now: () => performance.now(),
};
const machine = new Machine(program, { host, proofs: verification.functions, isFast: true });
const betweenSlices = mode === 'debugged' ? debug() : () => {};
/** Milliseconds that the machine has waited for input, which are no time of the program's. */
let waited = 0;

runUntilInput();
let stopped = performance.now();
console.log('ready');
createInterface({ input: process.stdin }).on('line', line => {
  lines.push(line);
  output = '';
  const start = performance.now();
  waited += start - stopped;
  runUntilInput();
  stopped = performance.now();
  process.stdout.write(`${stopped - start} ${output}`);
});

function runUntilInput() {
  for (;;) {
    const { kind } = machine.run(SLICE_INSTRUCTIONS);
    if (kind === 'input') return;
    if (kind !== 'budget') throw new Error(`the program has come to a stop: ${kind}`);
    betweenSlices();
  }
}

/** Sets the breakpoint; gives what makes the checkpoints. */
function debug() {
  // The end of the main program is reached behind the end of the input alone.
  machine.setBreakpoints([{ function: 0, at: program.functions[0].opcodes.length - 1 }]);
  const kept = [];
  let due = 0;
  return () => {
    const begin = performance.now();
    const now = begin - waited;
    if (now < due) return;
    const copies = kept.length === 0 ? { objects: 0, bytes: 0 } : machine.keptBy(kept.at(-1));
    kept.push(machine.checkpoint());
    if (kept.length > KEPT_CHECKPOINTS) machine.drop(kept.shift());
    const cost = performance.now() - begin + copies.objects * COST_OF_OBJECT + copies.bytes * COST_OF_BYTE;
    due = now + Math.max(CHECKPOINT_GAP, cost * CHECKPOINT_COST_SHARE);
  };
}
