import { diagnosticsReference } from './diagnostics-reference.ts';
import { grammar } from './grammar.ts';
import { isaReference } from './isa-reference.ts';

/** The text of every generated file, by its path from the top of the checkout. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    'syntaxes/bcasm.tmLanguage.json': `${JSON.stringify(grammar(), undefined, 2)}\n`,
    'docs/isa.md': isaReference(),
    'docs/diagnostics.md': diagnosticsReference(),
  };
}
