// Bundles each program of the project into one file in dist/. `--minify` is what the packaged extension gets.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ENTRY_POINTS = {
  extension: 'client/extension.ts',
  server: 'server/main.ts',
  'debug-adapter': 'debug-adapter/main.ts',
  cli: 'cli/main.ts',
};

const minify = process.argv.includes('--minify');
const root = fileURLToPath(new URL('..', import.meta.url));

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ENTRY_POINTS,
  outdir: 'dist',
  // The package is of type "module", and both VS Code 1.91 and `require` want CommonJS.
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // esbuild takes the browser's field otherwise, where a library has both.
  mainFields: ['module', 'main'],
  minify,
  keepNames: minify,
  sourcemap: minify ? false : 'linked',
  legalComments: 'linked',
  logLevel: 'warning',
});
