import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver';
import { Role } from '../../vm/index.ts';
import { rangeOfToken } from '../locations.ts';
import { nameAt, occurrencesIn } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';

/** Everywhere in this file that the name at a position is said; what defines, stores or deletes it is a write. */
export function documentHighlight(snapshot: Snapshot, position: Position): DocumentHighlight[] | null {
  const { module } = snapshot.analysis;
  const found = nameAt(module, snapshot.positions.toPlace(module.tree, position));
  if (found === undefined) return null;
  return occurrencesIn(module, found.name).map(({ token, role }) => ({
    range: rangeOfToken(snapshot, module, token),
    kind: HIGHLIGHT_KINDS[role],
  }));
}

const HIGHLIGHT_KINDS: Readonly<Record<Role, DocumentHighlightKind>> = {
  [Role.Definition]: DocumentHighlightKind.Write,
  [Role.Read]: DocumentHighlightKind.Read,
  [Role.Write]: DocumentHighlightKind.Write,
  [Role.Delete]: DocumentHighlightKind.Write,
  [Role.Jump]: DocumentHighlightKind.Read,
  [Role.Call]: DocumentHighlightKind.Read,
  [Role.Declaration]: DocumentHighlightKind.Text,
};
