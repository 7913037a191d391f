import { MAXIMUM_COUNT, operandUse } from '../bytecode/index.ts';
import { clearlyMeant, suggest } from '../diagnostics/index.ts';
import {
  INSTRUCTIONS,
  MNEMONICS,
  Op,
  instructionNamed,
  instructionOf,
  type Instruction,
  type Opcode,
} from '../isa/index.ts';
import { StatementKind, TokenKind, tokenText } from '../syntax/index.ts';
import { UNKNOWN_INSTRUCTION, Unknown, type Placeholders } from '../verifier/index.ts';
import type { BoundUnit, UnitScope } from './bind-unit.ts';
import { isWithin } from './resolve-operand.ts';
import { countValue, isLiteral, tokenName } from './tokens.ts';

/** How a function with mistakes is read: what stands for its faulty lines, and what is not known of them. */
export interface Reading {
  readonly placeholders: Placeholders;
  /** The instructions that stand for words that are none, by index. */
  readonly opcodes: ReadonlyMap<number, Opcode>;
  /** Where the jumps of faulty lines lead that can be read all the same, by index. */
  readonly targets: ReadonlyMap<number, number>;
}

/**
 * Reads a function of a unit that may have mistakes; `undefined` where it has none. A line with a mistake is taken to be mended so that
 * what can be read of it stays:
 *
 * - an instruction that is known has the effect of its stack picture; where the number of values is what is wrong, any;
 * - a word that is no instruction, but clearly means one, is that one; a label is found in the same way;
 * - a word to which something jumps is a label without its colon;
 * - any other word may be any instruction, or several. Where it names a label it may jump there.
 *
 * Linear in the number of instructions; `hasUnknownVariables` is what the whole unit says of that.
 */
export function readFaults(unit: BoundUnit, scope: number, hasUnknownVariables: boolean): Reading | undefined {
  if (unit.errorCount === 0) return undefined;
  return new FaultReader(unit, unit.scopes[scope]).read(hasUnknownVariables);
}

class FaultReader {
  private readonly unit: BoundUnit;
  private readonly scope: UnitScope;
  private readonly unknown: Uint8Array;
  private readonly opcodes = new Map<number, Opcode>();
  private readonly targets = new Map<number, number>();
  private readonly entries = new Set<number>();
  /** The words to which something jumps, with their positions: labels without their colons. */
  private readonly words = new Map<string, number>();
  /** The names of labels that there are more than once; and the later ones of them. */
  private readonly ambiguous = new Set<string>();
  private readonly duplicates: readonly number[];
  /** Whether a word may be no instruction at all, so that numbers of instructions mean nothing. */
  private hasUnclearWords = false;
  private mayJumpAnywhere = false;
  /** Whether there are words that may be anything, and whose operands are still to come. */
  private hasWordsAlone = false;
  private wordsLeft = MAXIMUM_WORDS;
  /** The misspelt words that are taken for instructions which never go on. */
  private readonly guessedEnds: number[] = [];

  constructor(unit: BoundUnit, scope: UnitScope) {
    this.unit = unit;
    this.scope = scope;
    this.unknown = new Uint8Array(scope.instructions.length);
    const { tree, faultyTokens } = unit;
    this.duplicates = [...faultyTokens].filter(token => tree.tokenKinds[token] === TokenKind.Label);
    for (const token of this.duplicates) this.ambiguous.add(tokenName(tree, token));
  }

  read(hasUnknownVariables: boolean): Reading | undefined {
    const { length } = this.scope.instructions;
    const missing = this.labelsMissing();
    for (let at = 0; at < length; at++) if (this.isWord(at)) this.readWord(at, missing);
    for (let at = 0; at < length; at++) this.readLine(at);
    if (this.mayJumpAnywhere) this.addAllEntries();
    else if (this.guessedEnds.length > 0) this.addWhatFollowsGuesses();
    if (!hasUnknownVariables && this.unknown.every(unknown => unknown === 0)) return undefined;
    const { unknown, opcodes, targets } = this;
    const entries = [...this.entries].toSorted((a, b) => a - b);
    const { names, storesUnknown } = this.unit.faultyLines;
    const mayStore = this.hasWordsAlone || storesUnknown ? undefined : names;
    const reachesAll = this.hasUnclearWords || this.mayJumpAnywhere;
    return { placeholders: { unknown, entries, reachesAll, hasUnknownVariables, mayStore }, opcodes, targets };
  }

  private isWord(at: number): boolean {
    return this.unit.tree.statementKinds[this.scope.instructions[at]] === StatementKind.Unknown;
  }

  /** The names to which something jumps, and that are no labels. */
  private labelsMissing(): ReadonlySet<string> {
    const { tree } = this.unit;
    const { instructions, labels } = this.scope;
    const missing = new Set<string>();
    for (const statement of instructions) {
      const operand = tree.statementHeads[statement] + 1;
      const isJump = operandUse(tree.statementCodes[statement]) === 'target' && operand < tree.statementEnds[statement];
      if (!isJump || tree.tokenKinds[operand] !== TokenKind.Name) continue;
      const name = tokenName(tree, operand);
      if (!labels.has(name)) missing.add(name);
    }
    return missing;
  }

  /** Finds out what a word in the place of a mnemonic means that is none. */
  private readWord(at: number, missing: ReadonlySet<string>): void {
    const { tree } = this.unit;
    const statement = this.scope.instructions[at];
    const head = tree.statementHeads[statement];
    const word = tree.tokenKinds[head] === TokenKind.Mnemonic ? tokenName(tree, head) : undefined;
    this.opcodes.set(at, Op.NOP);
    if (word !== undefined && missing.has(word)) {
      const isAlone = tree.statementEnds[statement] === head + 1;
      this.unknown[at] = isAlone ? Unknown.Values : UNKNOWN_INSTRUCTION;
      if (this.words.has(word)) this.ambiguous.add(word);
      this.words.set(word, at);
    } else {
      const meant =
        word !== undefined && this.wordsLeft-- > 0 ? clearlyMeant(word, MNEMONICS, OTHERS_APART) : undefined;
      const instruction = meant === undefined ? undefined : instructionNamed(meant);
      const isClear = instruction !== undefined && this.fits(instruction, statement);
      if (isClear) this.opcodes.set(at, instruction.code);
      if (isClear && instruction.flow !== 'next' && instruction.flow !== 'branch') this.guessedEnds.push(at);
      this.unknown[at] = isClear ? Unknown.Values : UNKNOWN_INSTRUCTION;
    }
    if (this.opcodes.get(at) === Op.NOP) this.hasUnclearWords = true;
  }

  /** Whether the operands of a word are those that an instruction takes. */
  private fits({ minimumOperands, maximumOperands, countOperand }: Instruction, statement: number): boolean {
    const { tree } = this.unit;
    const operand = tree.statementHeads[statement] + 1;
    const count = tree.statementEnds[statement] - operand;
    if (count < minimumOperands || count > maximumOperands) return false;
    return countOperand < 0 || countOperand >= count || tree.tokenKinds[operand + countOperand] === TokenKind.Int;
  }

  private readLine(at: number): void {
    const { tree } = this.unit;
    const statement = this.scope.instructions[at];
    if (this.unknown[at] === UNKNOWN_INSTRUCTION) return this.readUnknown(at);
    const instruction = instructionOf(this.opcodes.get(at) ?? tree.statementCodes[statement]) as Instruction;
    if (this.unknown[at] !== 0 || this.isFaulty(instruction, statement)) {
      this.unknown[at] = this.unknownOf(instruction, at);
    } else if (operandUse(instruction.code) === 'target' && this.targetOf(statement) === undefined) {
      // A number that may mean another instruction, or one of two labels of the same name.
      this.unknown[at] = Unknown.Target;
      this.mayJumpAnywhere = true;
    }
  }

  /** What may be any instruction may jump to the label that it names; it may be a label itself, or none of the function's lines. */
  private readUnknown(at: number): void {
    const { tree } = this.unit;
    const statement = this.scope.instructions[at];
    this.entries.add(at);
    const target = this.targetOf(statement) ?? this.labelNamedIn(statement);
    if (target !== undefined) this.entries.add(target);
    else if (this.isLikeJump(statement)) this.mayJumpAnywhere = true;
    if (tree.statementEnds[statement] === tree.statementHeads[statement] + 1) this.hasWordsAlone = true;
  }

  /** What the first name in a line leads to that is a label: behind a label without its colon that of a jump. */
  private labelNamedIn(statement: number): number | undefined {
    const { tree, symbols } = this.unit;
    for (let token = tree.statementHeads[statement] + 1; token < tree.statementEnds[statement]; token++) {
      if (tree.tokenKinds[token] !== TokenKind.Name) continue;
      const label = this.scope.labels.get(tokenName(tree, token));
      if (label !== undefined) return symbols[label].instruction;
    }
    return undefined;
  }

  /** Whether a word is similar to a jump, or begins like one and is all that there is of the line yet. */
  private isLikeJump(statement: number): boolean {
    const { tree } = this.unit;
    const head = tree.statementHeads[statement];
    const word = tokenText(tree, head).toUpperCase();
    const isAlone = tree.statementEnds[statement] === head + 1;
    if (isAlone && JUMPS.some(mnemonic => mnemonic.startsWith(word))) return true;
    return this.wordsLeft-- > 0 && suggest(word, JUMPS) !== undefined;
  }

  private isFaulty(instruction: Instruction, statement: number): boolean {
    const { tree, faultyTokens, tokenSymbols, constantValues } = this.unit;
    if (tree.statementFaults[statement] === 1) return true;
    const head = tree.statementHeads[statement];
    const end = tree.statementEnds[statement];
    for (let token = head; token < end; token++) if (faultyTokens.has(token)) return true;
    if (head + 1 === end) return false;
    const isLiteralThere = isLiteral(tree.tokenKinds[head + 1]);
    switch (operandUse(instruction.code)) {
      case 'constant':
        return !isLiteralThere && !constantValues.has(tokenSymbols[head + 1]);
      case 'target':
        return !isLiteralThere && tokenSymbols[head + 1] < 0;
      default:
        return false;
    }
  }

  /** What is not known of a faulty line whose instruction is; notes where it jumps. */
  private unknownOf(instruction: Instruction, at: number): number {
    const { tree } = this.unit;
    const statement = this.scope.instructions[at];
    const operand = tree.statementHeads[statement] + 1;
    const end = tree.statementEnds[statement];
    switch (operandUse(instruction.code)) {
      case 'site':
      case 'count':
        return this.isCountKnown(instruction, statement) ? Unknown.Values : Unknown.Values | Unknown.Stack;
      case 'variable': {
        const isNamed = operand + 1 === end && tree.tokenKinds[operand] === TokenKind.Name;
        const isRead = isNamed && (tree.statementFaults[statement] === 0 || this.isWord(at));
        return isRead ? Unknown.Values : Unknown.Values | Unknown.Variable;
      }
      case 'target': {
        const target = this.targetOf(statement);
        if (target === undefined) this.mayJumpAnywhere = true;
        else this.targets.set(at, target);
        return target === undefined ? Unknown.Values | Unknown.Target : Unknown.Values;
      }
      default:
        return Unknown.Values;
    }
  }

  /** Whether a faulty line says how many values its instruction takes, and nothing says otherwise. */
  private isCountKnown({ countOperand, minimumOperands, maximumOperands }: Instruction, statement: number): boolean {
    const { tree, faultyTokens } = this.unit;
    const operand = tree.statementHeads[statement] + 1;
    const end = tree.statementEnds[statement];
    const found = end - operand;
    if (countOperand < 0) return true;
    const isMisspelt = tree.statementKinds[statement] === StatementKind.Unknown;
    if (tree.statementFaults[statement] === 1 && !isMisspelt) return false;
    if (found < minimumOperands || found > maximumOperands) return false;
    const token = operand + countOperand;
    // A number in the place of a name may be the count, and the name what is missing.
    if (token >= end) return operand === end || tree.tokenKinds[operand] !== TokenKind.Int;
    const isCount = tree.tokenKinds[token] === TokenKind.Int && isWithin(tokenText(tree, token), MAXIMUM_COUNT);
    const names = tree.tokenKinds.subarray(token + 1, end);
    // Where a name should be and is none, the count may be what is one too many.
    const areNames = names.every(kind => kind === TokenKind.Name);
    return isCount && !faultyTokens.has(token) && areNames && names.length <= countValue(tree, token);
  }

  /** Where a line leads with its one operand, if that is a label or a number; `undefined` where that is not known. */
  private targetOf(statement: number): number | undefined {
    const { tree, symbols, faultyTokens } = this.unit;
    const { labels, instructions } = this.scope;
    const operand = tree.statementHeads[statement] + 1;
    const isGarbled = tree.statementFaults[statement] === 1 && tree.statementKinds[statement] !== StatementKind.Unknown;
    if (isGarbled || operand + 1 !== tree.statementEnds[statement]) return undefined;
    if (tree.tokenKinds[operand] === TokenKind.Int) {
      const isThere = !faultyTokens.has(operand) && isWithin(tokenText(tree, operand), instructions.length);
      return isThere && !this.hasUnclearWords ? countValue(tree, operand) : undefined;
    }
    if (tree.tokenKinds[operand] !== TokenKind.Name) return undefined;
    const name = tokenName(tree, operand);
    if (this.ambiguous.has(name)) return undefined;
    const label = labels.get(name) ?? (this.words.has(name) ? undefined : this.labelMeant(name));
    return label === undefined ? this.words.get(name) : symbols[label].instruction;
  }

  private labelMeant(name: string): number | undefined {
    const { labels } = this.scope;
    const meant = this.wordsLeft-- > 0 ? clearlyMeant(name, labels.keys(), OTHERS_APART) : undefined;
    return meant === undefined || this.ambiguous.has(meant) ? undefined : labels.get(meant);
  }

  /**
   * Every place that may have a label: those that have one, those where one cannot be read, and what nothing else leads to but the
   * jump to a label that is missing.
   */
  private addAllEntries(): void {
    const { tree, symbols } = this.unit;
    const { labels, instructions } = this.scope;
    const { entries } = this;
    for (const label of labels.values()) entries.add(symbols[label].instruction);
    for (const token of this.duplicates) entries.add(this.indexBehind(token));
    for (const { kind, span } of tree.diagnostics)
      if (kind === 'syntax') entries.add(this.indexBehind(tree.lineTokens[span.start.line]));
    for (let at = 0; at < instructions.length; at++) {
      const flow = instructionOf(this.opcodes.get(at) ?? tree.statementCodes[instructions[at]])?.flow;
      if (flow !== 'next' && flow !== 'branch') entries.add(at + 1);
    }
  }

  /** That what stands behind is never reached is not to be concluded from a guess; a label there is reached by others. */
  private addWhatFollowsGuesses(): void {
    const { symbols } = this.unit;
    const labelled = new Set(Array.from(this.scope.labels.values(), label => symbols[label].instruction));
    for (const at of this.guessedEnds) if (!labelled.has(at + 1)) this.entries.add(at + 1);
  }

  /** The first instruction at or behind a token. */
  private indexBehind(token: number): number {
    const { statementHeads } = this.unit.tree;
    const { instructions } = this.scope;
    let low = 0;
    let high = instructions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (statementHeads[instructions[middle]] < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Of more words than this nobody asks what they mean: a file full of them must not become slow. */
const MAXIMUM_WORDS = 200;

/** By how many letters the others must differ: many instructions and labels have similar names. */
const OTHERS_APART = 2;

const JUMPS: readonly string[] = INSTRUCTIONS.filter(({ operands }) => operands[0]?.kind === 'label').map(
  ({ mnemonic }) => mnemonic,
);
