'use strict';
// The language server's door, bundled as dist/server.cjs: the server itself is the bundle beside it.
const { join } = require('node:path');
const { runCompiled } = require('./code-cache.cjs');
const { keepYoungSpace, setServerFlags } = require('./server-flags.cjs');

setServerFlags();
runCompiled(join(__dirname, 'language-server.cjs'));
keepYoungSpace();
