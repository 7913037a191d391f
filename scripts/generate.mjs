// Writes the generated files that are committed. Their text comes from generate/, where the tests can reach it.
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

for (const [name, text] of Object.entries(await generatedFiles())) {
  const file = path.join(root, name);
  const isCurrent = (await readFile(file, 'utf8').catch(() => undefined)) === text;
  if (!isCurrent) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  console.log(`${isCurrent ? 'current' : 'written'}  ${name}`);
}

/** @returns {Promise<Record<string, string>>} */
async function generatedFiles() {
  const outfile = path.join(root, 'out/generate.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/generate/index.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return (await import(pathToFileURL(outfile).href)).generatedFiles();
}
