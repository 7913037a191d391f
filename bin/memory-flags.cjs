'use strict';
const { setFlagsFromString } = require('node:v8');

/**
 * A server runs for hours beside an editor: what it no longer needs is to be given back soon, rather than let pile up to as much
 * again as it does need. (docs/decisions/009-incremental-analysis.md has the numbers.)
 *
 * To be called before anything is compiled: V8 takes compiled code only where its flags are as they were when the code was kept.
 */
function giveMemoryBack() {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--semi-space-growth-factor=1');
}

module.exports = { giveMemoryBack };
