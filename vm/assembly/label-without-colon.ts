import { diagnose, replacementFix } from '../diagnostics/index.ts';
import { StatementKind, TokenKind, tokenText } from '../syntax/index.ts';
import type { Binding } from './binding.ts';
import { tokenName } from './tokens.ts';

/**
 * Whether a jump to a label that is not there means a line of its scope that would begin with it, had the colon not been left out.
 * That line is the mistake: it offers the colon then, and of the jump nothing is said.
 */
export function isLabelWithoutColon(binding: Binding, scope: number, name: string): boolean {
  const token = unknownWords(binding).get(`${scope} ${name}`);
  if (token === undefined) return false;
  const { diagnostics, tree } = binding;
  const span = binding.spanOf(token);
  const { line, column } = span.start;
  const index = diagnostics.findIndex(
    ({ kind, span: { start } }) => kind === 'unknown-opcode' && start.line === line && start.column === column,
  );
  const word = tokenText(tree, token);
  const suggestion = `${word}:`;
  diagnostics[index] = diagnose(
    'unknown-opcode',
    span,
    { word, suggestion },
    { fixes: replacementFix(span, suggestion) },
  );
  return true;
}

/** The words in the places of mnemonics that are none, by scope and name. */
function unknownWords(binding: Binding): ReadonlyMap<string, number> {
  return (binding.unknownWords ??= findUnknownWords(binding));
}

function findUnknownWords({ tree, statementScopes }: Binding): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (let statement = 0; statement < tree.statementCount; statement++) {
    const head = tree.statementHeads[statement];
    if (tree.statementKinds[statement] !== StatementKind.Unknown || tree.tokenKinds[head] !== TokenKind.Mnemonic)
      continue;
    words.set(`${statementScopes[statement]} ${tokenName(tree, head)}`, head);
  }
  return words;
}
