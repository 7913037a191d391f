// Makes the extension: bundles everything, then packs it as bcasm-<version>.vsix.
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run } from './setup/commands.mjs';

/** The extension as it is packed, file by file. */
const STAGE = path.join(ROOT, 'out/extension');

run(process.execPath, ['scripts/build.mjs', '--minify']);
const { type: _, ...manifest } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
rmSync(STAGE, { recursive: true, force: true });
for (const file of await listFiles({ cwd: ROOT, packageManager: PackageManager.None })) {
  mkdirSync(path.dirname(path.join(STAGE, file)), { recursive: true });
  cpSync(path.join(ROOT, file), path.join(STAGE, file));
}
// Without "type": where that is "module", VS Code in a browser refuses to load the extension, which is CommonJS.
writeFileSync(path.join(STAGE, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
await createVSIX({
  cwd: STAGE,
  packagePath: path.join(ROOT, `bcasm-${manifest.version}.vsix`),
  // The bundles hold what they need.
  dependencies: false,
  // The pictures of the README are in the package: no link has to lead to a repository.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
