// Makes the extension: bundles everything, then packs it as bcasm-<version>.vsix.
import { createVSIX } from '@vscode/vsce';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run } from './setup/commands.mjs';

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

run(process.execPath, ['scripts/build.mjs', '--minify']);
await createVSIX({
  cwd: ROOT,
  packagePath: path.join(ROOT, `bcasm-${version}.vsix`),
  // The bundles hold what they need.
  dependencies: false,
  // The pictures of the README are in the package: no link has to lead to a repository.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
