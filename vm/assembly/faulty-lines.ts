import { Op, type Mnemonic } from '../isa/index.ts';
import { StatementKind, TokenKind, tokenText, type SyntaxTree } from '../syntax/index.ts';
import { tokenName } from './tokens.ts';

/**
 * What lines that are wrong may have meant. Every name in a line that cannot be understood counts as stored, so that a misspelt
 * `STORE_VAR` is one mistake and not one for each use of the variable.
 */
export interface FaultyLines {
  readonly names: ReadonlySet<string>;
  /** Whether something is stored whose name cannot be read. */
  readonly storesUnknown: boolean;
  /** The statements that are a word without anything behind it, which is no instruction. */
  readonly wordsAlone: readonly number[];
}

export function findFaultyLines(tree: SyntaxTree): FaultyLines {
  let names: Set<string> | undefined;
  let storesUnknown = false;
  let wordsAlone: number[] | undefined;
  for (let statement = 0; statement < tree.statementCount; statement++) {
    const head = tree.statementHeads[statement];
    const end = tree.statementEnds[statement];
    const kind = tree.statementKinds[statement];
    const code = tree.statementCodes[statement];
    const isStore = kind === StatementKind.Instruction && (code === Op.STORE_VAR || code === Op.STORE_GLOBAL);
    const isOpen = end === head + 1 || tree.tokenKinds[head + 1] !== TokenKind.Name;
    if (isStore && isOpen) storesUnknown = true;
    if (kind === StatementKind.Unknown && end === head + 1) {
      (wordsAlone ??= []).push(statement);
      storesUnknown ||= mayBeStore(tokenText(tree, head));
    }
    const hasTooMany = isStore && end > head + 2;
    if (kind !== StatementKind.Unknown && tree.statementFaults[statement] === 0 && !hasTooMany) continue;
    for (let token = head + 1; token < end; token++) {
      if (tree.tokenKinds[token] === TokenKind.Name) (names ??= new Set()).add(tokenName(tree, token));
    }
  }
  return { names: names ?? NO_NAMES, storesUnknown, wordsAlone: wordsAlone ?? NO_STATEMENTS };
}

/** Whether a word that stands alone, and is no instruction, is the beginning of one that stores a variable. */
function mayBeStore(word: string): boolean {
  const start = word.toUpperCase();
  return STORES.some(mnemonic => mnemonic.startsWith(start));
}

const STORES: readonly Mnemonic[] = ['STORE_VAR', 'STORE_GLOBAL'];
const NO_NAMES: ReadonlySet<string> = new Set();
const NO_STATEMENTS: readonly number[] = [];
