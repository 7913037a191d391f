import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Runs another program of this installation: its bundle stands beside the one that this is part of. */
export function startBundle(name: 'server' | 'debug-adapter'): void {
  createRequire(__filename)(path.join(__dirname, `${name}.cjs`));
}

/** The version that `package.json` gives. */
export function installedVersion(): string {
  const manifest = JSON.parse(readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
