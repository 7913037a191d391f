import type { Hover, Position } from 'vscode-languageserver';
import {
  DIRECTIVE_NAMES,
  StatementKind,
  TokenKind,
  directiveReference,
  spanOfToken,
  statementOfToken,
} from '../../vm/index.ts';
import { instructionOfStatement, wordAt } from '../cursor.ts';
import { markup, paragraphs } from '../markup.ts';
import { nameOfToken, type Programs } from '../program-names.ts';
import { referenceLink } from '../reference-link.ts';
import type { Snapshot } from '../snapshot.ts';
import { hoverInstruction } from './hover/instruction.ts';
import { hoverLiteral } from './hover/literal.ts';
import { hoverMember } from './hover/member.ts';
import { hoverName } from './hover/name.ts';

/** What there is to know of the word at a position; `programs` are those that may call what the file defines. */
export function hover(snapshot: Snapshot, position: Position, programs: Programs = () => []): Hover | null {
  const { module } = snapshot.analysis;
  const token = wordAt(module.tree, snapshot.positions.toPlace(module.tree, position));
  const markdown = token < 0 ? undefined : describeToken(snapshot, token, programs);
  if (markdown === undefined) return null;
  const range = snapshot.positions.toRange(module.tree, spanOfToken(module.tree, token));
  return { contents: markup(markdown, snapshot.client.hasMarkdownHover), range };
}

function describeToken(snapshot: Snapshot, token: number, programs: Programs): string | undefined {
  const { analysis } = snapshot;
  const { module } = analysis;
  const { tree } = module;
  const kind = tree.tokenKinds[token];
  if (kind === TokenKind.Mnemonic) {
    const place = instructionOfStatement(module, statementOfToken(tree, token));
    return place && hoverInstruction(snapshot, place, programs);
  }
  if (kind === TokenKind.Directive) {
    const statement = statementOfToken(tree, token);
    if (tree.statementKinds[statement] !== StatementKind.Directive) return undefined;
    const directive = DIRECTIVE_NAMES[tree.statementCodes[statement]];
    return paragraphs([directiveReference(directive), referenceLink(snapshot, directive)]);
  }
  const name = nameOfToken(module, token);
  if (name !== undefined) return hoverName(analysis, name, programs);
  return hoverMember(analysis, token) ?? hoverLiteral(module, token);
}
