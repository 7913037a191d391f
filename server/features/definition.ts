import type { Definition, DefinitionLink, Position } from 'vscode-languageserver';
import {
  Op,
  intLiteralValue,
  lineSpan,
  spanOfStatement,
  spanOfToken,
  tokenText,
  TokenKind,
  type Analysis,
  type Module,
  type Span,
} from '../../vm/index.ts';
import { instructionAt, operandOfToken, wordAt, type InstructionPlace } from '../cursor.ts';
import { methodsRead } from '../method-lookup.ts';
import { instructionsNamingMember, memberNameOf, methodsNamed } from '../method-names.ts';
import { definitionOfMethod } from '../method-uses.ts';
import { definitionOf, nameOfToken } from '../program-names.ts';
import type { Snapshot } from '../snapshot.ts';
import { placeOfToken, sourcesOf } from '../value-flow.ts';

/**
 * Where the name at a position is defined; for a jump by number its instruction, for an import its file. For a mnemonic: the
 * instructions that made the values which it takes, across branches and calls.
 */
export function definition(snapshot: Snapshot, position: Position): Definition | DefinitionLink[] | null {
  const { module } = snapshot.analysis;
  const place = snapshot.positions.toPlace(module.tree, position);
  const token = wordAt(module.tree, place);
  const instruction = instructionAt(module, place);
  const targets = instruction === undefined ? targetsOfToken(snapshot, token) : sourceTargets(snapshot, instruction);
  if (targets.length === 0) return null;
  const found = targets.map(({ file, module: home, span }) => ({
    uri: snapshot.uriOf(file),
    range: home ? snapshot.positions.toRange(home.tree, span) : TOP_OF_FILE,
  }));
  if (!snapshot.client.hasLocationLinks) return found;
  const origin = snapshot.positions.toRange(module.tree, spanOfToken(module.tree, token));
  return found.map(({ uri, range }) => ({
    originSelectionRange: origin,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

function targetsOfToken(snapshot: Snapshot, token: number): Target[] {
  if (token < 0) return [];
  const target = targetOf(snapshot, token);
  return target === undefined ? memberTargets(snapshot.analysis, token) : [target];
}

/** The methods that a member of an object is, by its class or else by the name, in all classes; where there is none, the instructions that store the attribute. */
function memberTargets(analysis: Analysis, token: number): Target[] {
  const name = memberNameOf(analysis.module, token);
  if (name === undefined) return [];
  const place = placeOfToken(analysis.module, token);
  const known = place && methodsRead(analysis, place);
  const methods = (known ?? methodsNamed(analysis, name)).map(method => ({
    module: method.module,
    token: definitionOfMethod(method),
  }));
  return (methods.length > 0 ? methods : storesOf(analysis, name)).map(({ module, token: at }) => ({
    file: module.file,
    module,
    span: spanOfToken(module.tree, at),
  }));
}

/** The first instructions that store an attribute of that name: who gets more than so many does not read them. */
function storesOf(analysis: Analysis, name: string) {
  const stores = [];
  for (const use of instructionsNamingMember(analysis, name)) {
    if (use.instruction.code === Op.STORE_ATTR) stores.push(use);
    if (stores.length === MAXIMUM_STORES) break;
  }
  return stores;
}

const MAXIMUM_STORES = 1_000;

function sourceTargets({ analysis }: Snapshot, instruction: InstructionPlace): Target[] {
  return sourcesOf(analysis, { ...instruction, module: analysis.module }).map(({ module, statement }) => ({
    file: module.file,
    module,
    span: spanOfStatement(module.tree, statement),
  }));
}

interface Target {
  readonly file: string;
  /** `null` for a file that could not be read. */
  readonly module: Module | null;
  readonly span: Span;
}

const TOP_OF_FILE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function targetOf({ analysis }: Snapshot, token: number): Target | undefined {
  const { module } = analysis;
  const name = nameOfToken(module, token);
  if (name !== undefined) {
    const found = definitionOf(name, analysis);
    return (
      found && { file: found.module.file, module: found.module, span: spanOfToken(found.module.tree, found.token) }
    );
  }
  const imported = module.imports.find(each => each.token === token);
  if (imported !== undefined) return { file: imported.file, module: imported.module, span: lineSpan(0, 0, 0) };
  const statement = jumpTargetByNumber(module, token);
  return statement < 0 ? undefined : { file: module.file, module, span: spanOfStatement(module.tree, statement) };
}

/** The statement that a jump by number goes to; -1 when the token is no such number, or one past the last instruction. */
export function jumpTargetByNumber(module: Module, token: number): number {
  if (module.tree.tokenKinds[token] !== TokenKind.Int) return -1;
  const operand = operandOfToken(module, token);
  if (operand?.kind !== 'label') return -1;
  const { instructions } = module.scopes[operand.place.scope];
  const index = intLiteralValue(tokenText(module.tree, token));
  return index >= 0n && index < BigInt(instructions.length) ? instructions[Number(index)] : -1;
}
