// Runs a program of bench/programs for the runner: the JavaScript one, in QuickJS compiled to WebAssembly.
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { readFileSync } from 'node:fs';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import { answer } from './answer.mjs';

const file = process.argv[2];
const context = (await newQuickJSWASMModuleFromVariant(variant)).newContext();
const module = context.unwrapResult(context.evalCode(readFileSync(file, 'utf8'), file, { type: 'module' }));
const program = context.getProp(module, 'run');

await answer(size => {
  const argument = context.newNumber(size);
  const result = context.unwrapResult(context.callFunction(program, context.undefined, argument));
  const value = context.dump(result);
  result.dispose();
  argument.dispose();
  return value;
});
