// Runs a program of bench/programs for the runner: the JavaScript one, in Node itself.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer } from './answer.mjs';

const { run } = await import(pathToFileURL(path.resolve(process.argv[2])).href);
await answer(run);
