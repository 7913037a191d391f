import { CompletionItemKind } from 'vscode-languageserver';
import { tokenAt, tokenName, type Analysis } from '../../../vm/index.ts';
import { countOf, placeOfToken } from '../../value-flow.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { CompletionContext } from './context.ts';
import type { Candidate } from './item.ts';

/** Of functions that are called and not written yet, as many are offered. */
const OFFERED_FUNCTIONS = 20;
const INDENT = '        ';

/**
 * Whole functions, for clients that have tab stops: an empty one, a method where a class is open, and each that the file
 * calls and nobody has written, with as many parameters as the call has arguments.
 */
export function functionSnippets({ analysis, client }: Snapshot, { scope }: CompletionContext): Candidate[] {
  if (!client.hasSnippets) return [];
  const isInClass = analysis.module.scopes[scope].kind === 'class';
  const missing = isInClass ? [] : missingFunctions(analysis);
  return [
    snippet('.func … .end', isInClass ? 'a method' : 'a function', `\${1:name} ${isInClass ? 'self' : ''}\${2}`),
    ...missing.map(({ name, count }) => snippet(`.func ${name} … .end`, 'is called here', header(name, count))),
  ];
}

function snippet(label: string, description: string, header: string): Candidate {
  const lines = [`.func ${header}`, `${INDENT}$0`, `${INDENT}RETURN_VALUE`, '.end'];
  return {
    label,
    kind: CompletionItemKind.Snippet,
    group: 2,
    labelDetails: { description },
    newText: lines.join('\n'),
    isSnippet: true,
  };
}

function header(name: string, count: number): string {
  return [name, ...Array.from({ length: count }, (_, index) => `\${${index + 1}:a${index + 1}}`)].join(' ');
}

/** The functions that are called by name and do not exist. */
function missingFunctions({ module, diagnostics }: Analysis): { name: string; count: number }[] {
  const found = new Map<string, number>();
  for (const { kind, span } of diagnostics) {
    if (kind !== 'unknown-function' || found.size === OFFERED_FUNCTIONS) continue;
    const token = tokenAt(module.tree, span.start);
    const call = placeOfToken(module, token);
    const name = tokenName(module.tree, token);
    if (call !== undefined && !found.has(name)) found.set(name, Math.min(countOf(call), MAXIMUM_PARAMETERS));
  }
  return [...found].map(([name, count]) => ({ name, count }));
}

const MAXIMUM_PARAMETERS = 20;
