import { findingsNamed, isAssemblyError, type Diagnostic, type DiagnosticKind } from '../diagnostics/index.ts';
import { TokenKind, lineOfStatement, tokenText, type JoinedTree, type Section } from '../syntax/index.ts';

/**
 * Whether the text itself says that a finding is meant to be so, by a comment `; bcasm: allow BC211`, with one or more codes or
 * kinds (`findingsNamed`):
 *
 * - behind code, for what begins on that line;
 * - on lines of its own, for what begins on the line right below them, and where that opens a function or class, for all of it;
 * - `; bcasm: allow-file …` above all code of the file, for the whole file.
 */
export function isAllowed(tree: JoinedTree, { kind, span }: Diagnostic): boolean {
  if (isAssemblyError(kind)) return false;
  const section = tree.sectionOfLine(span.start.line);
  if (allowsForFile(tree, kind)) return true;
  // Comments above the first line of a section stand at the end of the one before it.
  if (!mentions(tree.sections.at(section)) && (section === 0 || !mentions(tree.sections.at(section - 1)))) return false;
  if (allowsAt(tree, span.start.line, kind)) return true;
  const part = tree.sections.at(section).tree;
  const line = span.start.line - tree.bases.lines.at(section);
  return part.blocks.some(({ open, close }) => {
    if (open < 0) return false;
    const from = lineOfStatement(part, open);
    const to = close < part.statementCount ? lineOfStatement(part, close) : part.lineCount;
    return line >= from && line <= to && allowsAt(tree, from + tree.bases.lines.at(section), kind);
  });
}

/** Behind the code of a line, or on the comment lines right above it. */
function allowsAt(tree: JoinedTree, line: number, kind: DiagnosticKind): boolean {
  if (commentOf(tree, line)?.kinds.has(kind) === true) return true;
  for (let above = line - 1; above >= 0; above--) {
    const comment = commentOf(tree, above);
    if (comment === undefined || !comment.isAlone) return false;
    if (comment.kinds.has(kind)) return true;
  }
  return false;
}

function allowsForFile(tree: JoinedTree, kind: DiagnosticKind): boolean {
  const [first] = tree.sections;
  if (!mentions(first)) return false;
  for (let token = 0; token < first.tree.tokenCount; token++) {
    if (first.tree.tokenKinds[token] !== TokenKind.Comment) return false;
    if (readComment(tokenText(first.tree, token), FOR_FILE).has(kind)) return true;
  }
  return false;
}

interface LineComment {
  readonly kinds: ReadonlySet<DiagnosticKind>;
  /** Whether there is nothing else on the line. */
  readonly isAlone: boolean;
}

function commentOf(tree: JoinedTree, line: number): LineComment | undefined {
  const section = tree.sectionOfLine(line);
  const part = tree.sections.at(section).tree;
  const own = line - tree.bases.lines.at(section);
  const first = part.lineTokens[own];
  const last = part.lineTokens[own + 1] - 1;
  if (last < first || part.tokenKinds[last] !== TokenKind.Comment) return undefined;
  return { kinds: readComment(tokenText(part, last), FOR_PLACE), isAlone: first === last };
}

const FOR_PLACE = /^[;#]\s*bcasm:\s*allow\s+(.*)$/;
const FOR_FILE = /^[;#]\s*bcasm:\s*allow-file\s+(.*)$/;

function readComment(text: string, pattern: RegExp): ReadonlySet<DiagnosticKind> {
  const words = pattern.exec(text)?.[1].split(/[\s,]+/) ?? [];
  return new Set(words.flatMap(findingsNamed));
}

/** Whether such a comment may be in a section at all: most have none. */
function mentions(section: Section): boolean {
  let known = mentioning.get(section);
  if (known === undefined) mentioning.set(section, (known = section.tree.text.includes('bcasm:')));
  return known;
}

const mentioning = new WeakMap<Section, boolean>();
