import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver';
import { Op, Role } from '../../vm/index.ts';
import { instructionAt, wordAt } from '../cursor.ts';
import { rangeOfStatement, rangeOfToken } from '../locations.ts';
import { instructionsNamingMember, memberNameOf, methodsNamed } from '../method-names.ts';
import { nameAt, occurrencesIn } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { consumersOf, producersOf, type CodePlace } from '../value-flow.ts';

/**
 * Everywhere in this file that the name at a position is said; what defines, stores or deletes it is a write. Of a mnemonic
 * the instructions of its function that make what it takes are the writes, those that take what it makes the reads.
 */
export function documentHighlight(snapshot: Snapshot, position: Position): DocumentHighlight[] | null {
  const { module } = snapshot.analysis;
  const place = snapshot.positions.toPlace(module.tree, position);
  const instruction = instructionAt(module, place);
  if (instruction !== undefined) return highlightFlow(snapshot, { ...instruction, module });
  const token = wordAt(module.tree, place);
  const member = token < 0 ? undefined : memberNameOf(module, token);
  if (member !== undefined) return highlightMember(snapshot, member);
  const found = nameAt(module, place);
  if (found === undefined) return null;
  return occurrencesIn(module, found.name).map(({ token, role }) => ({
    range: rangeOfToken(snapshot, module, token),
    kind: HIGHLIGHT_KINDS[role],
  }));
}

function highlightFlow(snapshot: Snapshot, place: CodePlace): DocumentHighlight[] {
  const highlight = ({ module, statement }: CodePlace, kind: DocumentHighlightKind): DocumentHighlight => ({
    range: rangeOfStatement(snapshot, module, statement),
    kind,
  });
  // An instruction in a loop may take what it made itself: that it stands here is said once.
  const isOther = ({ statement }: CodePlace) => statement !== place.statement;
  const producers = producersOf(snapshot.analysis, place).filter(isOther);
  const consumers = consumersOf(snapshot.analysis, place).filter(
    each => isOther(each) && !producers.some(({ statement }) => statement === each.statement),
  );
  return [
    highlight(place, DocumentHighlightKind.Text),
    ...producers.map(each => highlight(each, DocumentHighlightKind.Write)),
    ...consumers.map(each => highlight(each, DocumentHighlightKind.Read)),
  ];
}

function highlightMember(snapshot: Snapshot, name: string): DocumentHighlight[] {
  const { module } = snapshot.analysis;
  const own = { modules: [module] };
  const methods = methodsNamed(own, name).map(({ scope }) => ({
    range: rangeOfToken(snapshot, module, module.symbols[module.scopes[scope].symbol].definition),
    kind: DocumentHighlightKind.Write,
  }));
  const uses = Array.from(instructionsNamingMember(own, name), ({ token, instruction }) => ({
    range: rangeOfToken(snapshot, module, token),
    kind: CHANGES_MEMBER.has(instruction.code) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
  return [...methods, ...uses];
}

const CHANGES_MEMBER: ReadonlySet<number> = new Set([Op.STORE_ATTR, Op.DELETE_ATTR]);

const HIGHLIGHT_KINDS: Readonly<Record<Role, DocumentHighlightKind>> = {
  [Role.Definition]: DocumentHighlightKind.Write,
  [Role.Read]: DocumentHighlightKind.Read,
  [Role.Write]: DocumentHighlightKind.Write,
  [Role.Delete]: DocumentHighlightKind.Write,
  [Role.Jump]: DocumentHighlightKind.Read,
  [Role.Call]: DocumentHighlightKind.Read,
  [Role.Declaration]: DocumentHighlightKind.Text,
};
