import { JoinedTree, TokenKind, tokenName, type Section, type SyntaxTree } from '../vm/index.ts';

/**
 * Finds the tokens of a file that say a name, from one token up to another, without looking at all of them: each section keeps the
 * names that are said in it, for as long as no edit touches it. What the tokens mean, the caller has to ask.
 */
export function* tokensSaying(tree: SyntaxTree, name: string, from = 0, to = tree.tokenCount): Iterable<number> {
  if (from >= to) return;
  if (!(tree instanceof JoinedTree)) return yield* tokensOfPart(tree, name, 0, from, to);
  const last = tree.sectionOfToken(to - 1);
  for (let index = tree.sectionOfToken(from); index <= last; index++) {
    const section = tree.sections.at(index);
    if (namesIn(section).has(name)) yield* tokensOfPart(section.tree, name, tree.bases.tokens.at(index), from, to);
  }
}

/** The sections of a file with the index of their first statement; a file that has none is one itself. */
export function* partsOf(tree: SyntaxTree): Iterable<{ readonly part: SyntaxTree; readonly statementBase: number }> {
  if (!(tree instanceof JoinedTree)) return yield { part: tree, statementBase: 0 };
  for (let index = 0; index < tree.sections.length; index++)
    yield { part: tree.sections.at(index).tree, statementBase: tree.bases.statements.at(index) };
}

function* tokensOfPart(part: SyntaxTree, name: string, base: number, from: number, to: number): Iterable<number> {
  const end = Math.min(part.tokenCount, to - base);
  for (let token = Math.max(0, from - base); token < end; token++) {
    if (isName(part.tokenKinds[token]) && tokenName(part, token) === name) yield base + token;
  }
}

function namesIn(section: Section): ReadonlySet<string> {
  let names = namesOfSections.get(section);
  if (names === undefined) {
    const { tree } = section;
    const found = new Set<string>();
    for (let token = 0; token < tree.tokenCount; token++) {
      if (isName(tree.tokenKinds[token])) found.add(tokenName(tree, token));
    }
    namesOfSections.set(section, (names = found));
  }
  return names;
}

const namesOfSections = new WeakMap<Section, ReadonlySet<string>>();

function isName(kind: number): boolean {
  return kind === TokenKind.Name || kind === TokenKind.Label;
}
