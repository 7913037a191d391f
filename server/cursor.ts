import {
  StatementKind,
  TokenKind,
  instructionOf,
  operandRowAt,
  statementOfToken,
  tokenAt,
  type Instruction,
  type Module,
  type OperandKind,
  type Position,
  type SyntaxTree,
} from '../vm/index.ts';

/**
 * The word that a cursor is in or touches; where two tokens touch, a name rather than the sign beside it (`a┆=1`).
 * -1 when there is none, or only a comment.
 */
export function wordAt(tree: SyntaxTree, place: Position): number {
  const token = tokenAt(tree, place);
  if (token < 0 || tree.tokenKinds[token] === TokenKind.Comment) {
    const isBehindWord = token > 0 && tree.tokenEnds[token - 1] === tree.lineStarts[place.line] + place.column;
    return isBehindWord ? token - 1 : -1;
  }
  const isSign = tree.tokenKinds[token] >= TokenKind.Equals && tree.tokenKinds[token] <= TokenKind.StarStar;
  if (isSign && token > 0 && tree.tokenEnds[token - 1] === tree.lineStarts[place.line] + place.column) return token - 1;
  return token;
}

/** An instruction in the text. */
export interface InstructionPlace {
  readonly instruction: Instruction;
  readonly statement: number;
  readonly scope: number;
  /** Its index among the instructions of the scope. */
  readonly index: number;
}

/** The instruction that a statement is; `undefined` for labels, directives and mistakes. */
export function instructionOfStatement(module: Module, statement: number): InstructionPlace | undefined {
  if (statement < 0 || module.tree.statementKinds[statement] !== StatementKind.Instruction) return undefined;
  const instruction = instructionOf(module.tree.statementCodes[statement]);
  if (instruction === undefined) return undefined;
  const scope = module.statementScopes[statement];
  return { instruction, statement, scope, index: indexOfStatement(module.scopes[scope].instructions, statement) };
}

/** The instruction whose mnemonic a place is in or touches. */
export function instructionAt(module: Module, place: Position): InstructionPlace | undefined {
  const token = wordAt(module.tree, place);
  if (token < 0 || module.tree.tokenKinds[token] !== TokenKind.Mnemonic) return undefined;
  return instructionOfStatement(module, statementOfToken(module.tree, token));
}

/** The operand that a token is: its place behind the mnemonic and what the instruction takes there. */
export function operandOfToken(
  module: Module,
  token: number,
): { place: InstructionPlace; index: number; kind: OperandKind } | undefined {
  const place = instructionOfStatement(module, statementOfToken(module.tree, token));
  if (place === undefined) return undefined;
  const index = token - module.tree.statementHeads[place.statement] - 1;
  const row = index < 0 ? undefined : operandRowAt(place.instruction.operands, index);
  return row === undefined ? undefined : { place, index, kind: row.kind };
}

/** The index of the first instruction of a scope that stands at or behind a statement. */
export function instructionAtOrBehind(instructions: Int32Array, statement: number): number {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instructions[middle] < statement) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexOfStatement(instructions: Int32Array, statement: number): number {
  const index = instructionAtOrBehind(instructions, statement);
  return instructions[index] === statement ? index : -1;
}
