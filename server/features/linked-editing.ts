import type { LinkedEditingRanges, Position } from 'vscode-languageserver';
import { tokenText } from '../../vm/index.ts';
import { rangeOfToken } from '../locations.ts';
import { isOfOneFile, nameAt, occurrencesIn } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * The places that change together while a label or a local variable is typed over: those of its function. Names that other
 * files may say are left to rename, which reaches them all, and asks first whether it may.
 */
export function linkedEditingRanges(snapshot: Snapshot, position: Position): LinkedEditingRanges | null {
  const { analysis, positions } = snapshot;
  const { module } = analysis;
  const found = nameAt(module, positions.toPlace(module.tree, position));
  if (found === undefined || !isOfOneFile(found.name)) return null;
  const tokens = occurrencesIn(module, found.name).map(({ token }) => token);
  const texts = new Set(tokens.map(token => tokenText(module.tree, token)));
  // Editors type the same into all of them: one that is spelt another way (names are compared in NFKC) cannot be one of them.
  if (texts.size !== 1 || tokens.length < 2) return null;
  return { ranges: tokens.map(token => rangeOfToken(snapshot, module, token)), wordPattern: NAME_PATTERN };
}

/** What a name may be while it is typed; without properties of Unicode, for which editors would have to ask. */
const NAME_PATTERN = '[A-Za-z_\\u0080-\\uFFFF][\\w\\u0080-\\uFFFF]*';
