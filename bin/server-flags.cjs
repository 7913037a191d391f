'use strict';
const { setFlagsFromString } = require('node:v8');

/**
 * Sets V8 up for a process that runs for hours beside an editor, and has most to do in its first second.
 * (docs/decisions/009-incremental-analysis.md has the numbers.)
 *
 * To be called before anything is compiled: V8 takes compiled code only where its flags are as they were when the code was kept.
 */
function setServerFlags() {
  // What is no longer needed is to be given back soon, rather than let pile up to as much again as is needed.
  setFlagsFromString('--heap-growing-percent=30');
  // New objects have 1 MB at first. While the server is loaded they get 4, the next step: so much does for a file to be opened.
  setFlagsFromString('--semi-space-growth-factor=4');
  // When a large file is opened, most of what is made stays: V8 would learn from that to put the like among the old objects at once,
  // where each keystroke's garbage waits for a full collection, with all that it refers to.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // When a file is opened, all that is hot becomes so at once. Less is optimized then, and that sooner: a second of compiling
  // would come too late for a file that is analysed in half a second.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
  setFlagsFromString('--interrupt-budget=150000');
}

/**
 * Leaves the space of new objects as large as it is. V8 would let it grow to 16 MB, and what has died there counts as the server's
 * memory until V8 collects it: 30 MB, also for the smallest file. To be called when the server has been loaded.
 */
function keepYoungSpace() {
  setFlagsFromString('--semi-space-growth-factor=1');
}

module.exports = { setServerFlags, keepYoungSpace };
