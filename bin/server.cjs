'use strict';
// The language server's door, bundled as dist/server.cjs: the server itself is the bundle beside it.
const { join } = require('node:path');
const { runCompiled } = require('./code-cache.cjs');
const { giveMemoryBack } = require('./memory-flags.cjs');

giveMemoryBack();
runCompiled(join(__dirname, 'language-server.cjs'));
