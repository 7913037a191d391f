import { builtInsReference } from './built-ins-reference.ts';
import { diagnosticsReference } from './diagnostics-reference.ts';
import { engine } from './engine/index.ts';
import { grammar } from './grammar.ts';
import { isaReference } from './isa-reference.ts';

/** The text of every generated file, by its path from the top of the checkout. */
export function generatedFiles(): Readonly<Record<string, string>> {
  const { words, loop, steps } = engine(process.cwd());
  return {
    'vm/runtime/fast/generated/words.ts': words,
    'vm/runtime/fast/generated/loop.ts': loop,
    'vm/runtime/fast/generated/steps.ts': steps,
    'syntaxes/bcasm.tmLanguage.json': `${JSON.stringify(grammar(), undefined, 2)}\n`,
    'docs/isa.md': isaReference(),
    'docs/built-ins.md': builtInsReference(),
    'docs/diagnostics.md': diagnosticsReference(),
  };
}
