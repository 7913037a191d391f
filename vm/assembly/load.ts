import { diagnose, isAssemblyError, type Diagnostic } from '../diagnostics/index.ts';
import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { lineSpan } from '../source/index.ts';
import { StatementKind, TokenKind, lineText, parse, printable, spanOfToken, type SyntaxTree } from '../syntax/index.ts';
import type { SourceProvider } from './analysis.ts';
import { bind } from './bind.ts';
import type { Import, Module } from './module.ts';
import { stringValue } from './tokens.ts';

/**
 * Reads, parses and binds a file and everything that it imports, each file once; the file itself comes first. A file that
 * cannot be read is empty, and says so on its first line.
 */
export function loadModules(file: string, provider: SourceProvider): Module[] {
  const loader = new Loader(provider);
  const root = loader.load(file);
  return [root, ...[...loader.loaded.values()].filter(module => module !== root)];
}

class Loader {
  readonly loaded = new Map<string, Module>();
  private readonly provider: SourceProvider;
  /** The files being loaded, each imported by the one before it. */
  private readonly chain: string[] = [];

  constructor(provider: SourceProvider) {
    this.provider = provider;
  }

  load(file: string): Module {
    const known = this.loaded.get(file);
    if (known !== undefined) return known;
    const read = this.provider.read(file);
    const tree = parse('text' in read ? read.text : '');
    const diagnostics: Diagnostic[] = [];
    if ('error' in read)
      diagnostics.push(diagnose('syntax', lineSpan(0, 0, 0), { expected: 'a file to read', found: read.error }));
    else for (const line of read.malformedLines ?? []) diagnostics.push(malformed(tree, line));
    this.chain.push(file);
    const imports = importPaths(tree).map(token => this.loadImport(file, tree, token, diagnostics));
    this.chain.pop();
    const module = bind(file, tree, imports, diagnostics);
    this.loaded.set(file, module);
    return module;
  }

  private loadImport(fromFile: string, tree: SyntaxTree, token: number, diagnostics: Diagnostic[]): Import {
    const path = stringValue(tree, token);
    const file = this.provider.resolve(path, fromFile);
    const report = (reason: string, related: Diagnostic['related'] = []): void => {
      diagnostics.push(
        diagnose('bad-import', spanOfToken(tree, token), { path: printable(path), reason }, { related }),
      );
    };
    const fail = (reason: string): Import => {
      report(reason);
      return { path, file, token, module: null };
    };
    if (path === '') return fail('expected the path of a file, found nothing');
    const cycleStart = this.chain.indexOf(file);
    if (cycleStart >= 0)
      return fail(`the files import each other: ${[...this.chain.slice(cycleStart), file].join(' → ')}`);
    if (this.chain.length >= MAXIMUM_IMPORT_DEPTH)
      return fail(`more than ${MAXIMUM_IMPORT_DEPTH} files that import one another`);
    if (!this.loaded.has(file)) {
      const read = this.provider.read(file);
      if ('error' in read) return fail(read.error);
    }
    const module = this.load(file);
    const errors = module.diagnostics.filter(diagnostic => isAssemblyError(diagnostic.kind));
    if (errors.length > 0) {
      // The error of an import of an import is told to its end: the chain leads to the file that is to be mended.
      const related = [{ file, span: errors[0].span, message: errors[0].message }, ...errors[0].related];
      report(errorCount(errors.length), related);
    }
    return { path, file, token, module };
  }
}

/** Files deeper than this in a chain of imports are not read: the loader calls itself for each. */
const MAXIMUM_IMPORT_DEPTH = 200;

/** The paths that `.import` names at the top level. */
function importPaths(tree: SyntaxTree): number[] {
  const tokens: number[] = [];
  let nextBlock = 1;
  /** The end of the outermost function or class that the statement stands in. */
  let insideUntil = 0;
  for (let statement = 0; statement < tree.statementCount; statement++) {
    const path = tree.statementHeads[statement] + 1;
    const isImport =
      tree.statementKinds[statement] === StatementKind.Directive &&
      DIRECTIVE_NAMES[tree.statementCodes[statement]] === '.import';
    const isRight =
      isImport && tree.statementEnds[statement] === path + 1 && tree.tokenKinds[path] === TokenKind.String;
    if (statement === tree.blocks[nextBlock]?.open) insideUntil = Math.max(insideUntil, tree.blocks[nextBlock++].close);
    if (isRight && statement >= insideUntil) tokens.push(path);
  }
  return tokens;
}

function malformed(tree: SyntaxTree, line: number): Diagnostic {
  const span = lineSpan(line, 0, lineText(tree, line).length);
  return diagnose('syntax', span, { expected: 'text in UTF-8', found: 'bytes that are none' });
}

function errorCount(count: number): string {
  return count === 1 ? 'it has an error' : `it has ${count} errors`;
}
