import { diagnose, isAssemblyError, type Diagnostic } from '../diagnostics/index.ts';
import { lineSpan } from '../source/index.ts';
import { lineText, parse, printable, type JoinedTree, type SyntaxTree } from '../syntax/index.ts';
import type { SourceProvider } from './analysis.ts';
import { FileBinder, type FileImport, type Numbers } from './file-binder.ts';
import { placeDiagnostics } from './file-diagnostics.ts';
import { stringValue } from './tokens.ts';

/**
 * Reads and binds a file and everything that it imports, each file once; the file itself comes first. Files that are in `known`
 * are bound on from there. A file that cannot be read is empty, and says so on its first line.
 */
export function loadFiles(
  file: string,
  provider: SourceProvider,
  known: ReadonlyMap<string, FileBinder>,
  numbers: Numbers,
): FileBinder[] {
  const loader = new Loader(provider, known, numbers);
  const root = loader.load(file);
  return [root, ...[...loader.loaded.values()].filter(each => each !== root)];
}

class Loader {
  readonly loaded = new Map<string, FileBinder>();
  private readonly provider: SourceProvider;
  private readonly known: ReadonlyMap<string, FileBinder>;
  private readonly numbers: Numbers;
  /** The files being loaded, each imported by the one before it. */
  private readonly chain: string[] = [];

  constructor(provider: SourceProvider, known: ReadonlyMap<string, FileBinder>, numbers: Numbers) {
    this.provider = provider;
    this.known = known;
    this.numbers = numbers;
  }

  load(file: string): FileBinder {
    const loaded = this.loaded.get(file);
    if (loaded !== undefined) return loaded;
    const binder = this.known.get(file) ?? new FileBinder(file, this.numbers);
    const read = this.provider.read(file);
    binder.setTree(treeOf(read, binder.tree));
    const diagnostics: Diagnostic[] = [];
    if ('error' in read)
      diagnostics.push(diagnose('syntax', lineSpan(0, 0, 0), { expected: 'a file to read', found: read.error }));
    else for (const line of read.malformedLines ?? []) diagnostics.push(malformed(binder.tree, line));
    this.chain.push(file);
    const imports = binder.importTokens().map(token => this.loadImport(binder, token, diagnostics));
    this.chain.pop();
    binder.update(imports, diagnostics);
    this.loaded.set(file, binder);
    return binder;
  }

  private loadImport({ file: fromFile, main }: FileBinder, token: number, diagnostics: Diagnostic[]): FileImport {
    const path = stringValue(main.tree, token);
    const file = this.provider.resolve(path, fromFile);
    const report = (reason: string, related: Diagnostic['related'] = []): void => {
      const { span } = main.placeOf(token);
      diagnostics.push(diagnose('bad-import', span, { path: printable(path), reason }, { related }));
    };
    const fail = (reason: string): FileImport => {
      report(reason);
      return { path, file, token, target: null };
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
    const target = this.load(file);
    if (target.hasErrors()) {
      const errors = placeDiagnostics(target).ofBinder.filter(({ kind }) => isAssemblyError(kind));
      // The error of an import of an import is told to its end: the chain leads to the file that is to be mended.
      const related = [{ file, span: errors[0].span, message: errors[0].message }, ...errors[0].related];
      report(errorCount(errors.length), related);
    }
    return { path, file, token, target };
  }
}

/** Files deeper than this in a chain of imports are not read: the loader calls itself for each. */
const MAXIMUM_IMPORT_DEPTH = 200;

/** The tree of what was read: parsed by the provider, the one from before if the text is the same, or a new one. */
function treeOf(read: ReturnType<SourceProvider['read']>, before: JoinedTree | undefined): JoinedTree {
  if ('tree' in read && read.tree !== undefined) return read.tree;
  const text = 'text' in read ? read.text : '';
  return before?.text === text ? before : parse(text);
}

function malformed(tree: SyntaxTree, line: number): Diagnostic {
  const span = lineSpan(line, 0, lineText(tree, line).length);
  return diagnose('syntax', span, { expected: 'text in UTF-8', found: 'bytes that are none' });
}

function errorCount(count: number): string {
  return count === 1 ? 'it has an error' : `it has ${count} errors`;
}
