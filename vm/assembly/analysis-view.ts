import { MAIN, type FunctionCode, type FunctionIndex, type Program } from '../bytecode/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { virtualArray } from '../source/index.ts';
import {
  NOT_VERIFIED,
  needsKnownStores,
  type Finding,
  type FunctionFacts,
  type ProgramVerifier,
  type Verification,
} from '../verifier/index.ts';
import type { Analysis, SourceProvider } from './analysis.ts';
import { TreeText, editedTree } from './edited-text.ts';
import type { FileSnapshot } from './file-snapshot.ts';
import type { Module } from './module.ts';
import { ModuleView } from './module-view.ts';
import { FunctionNumbers } from './function-numbers.ts';
import { numberProgram, writeProgram, type ProgramNumbers, type ScopeHome } from './program.ts';

/** What is known of a program, put together from what is known of its units when somebody asks for it. */
export class AnalysisView implements Analysis {
  readonly module: Module;
  readonly modules: readonly ModuleView[];
  readonly diagnostics: readonly Diagnostic[];
  readonly #files: readonly FileSnapshot[];
  readonly #verifier: ProgramVerifier;
  readonly #provider: SourceProvider;
  readonly #analyze: (provider: SourceProvider) => Analysis;
  #functionNumbersMade: FunctionNumbers | undefined | null = null;
  #numbers: ProgramNumbers | undefined;
  #program: Program | null | undefined;
  #verification: Verification | undefined;

  /** The first file is the one that is analysed; `provider` gave the texts, and `analyze` does the same for others. */
  constructor(
    files: readonly FileSnapshot[],
    verifier: ProgramVerifier,
    provider: SourceProvider,
    analyze: (provider: SourceProvider) => Analysis,
  ) {
    this.#provider = provider;
    this.#analyze = analyze;
    this.#files = files;
    this.#verifier = verifier;
    this.diagnostics = files[0].diagnostics;
    const views = new Map<string, ModuleView>();
    for (const file of files) views.set(file.file, new ModuleView(file, name => views.get(name)));
    this.modules = [...views.values()];
    this.module = this.modules[0];
  }

  get program(): Program | null {
    if (this.#program !== undefined) return this.#program;
    const isRunnable = !this.#files.some(({ hasErrors }) => hasErrors);
    return (this.#program = isRunnable ? writeProgram(this.#files, this.#numbering) : null);
  }

  get verification(): Verification {
    return (this.#verification ??= this.#verify());
  }

  readonly functionOfScope = (module: Module, scope: number): FunctionIndex => {
    const file = this.modules.findIndex(each => each === module);
    if (file < 0) return -1;
    const { tree, snapshot } = this.modules[file];
    if (scope === 0) return file === 0 ? MAIN : -1;
    const section = tree.sectionOfBlock(scope);
    const unit = snapshot.unitOfSection(section);
    const { bound, ids, placement } = snapshot.unitAt(unit);
    const own = placement.own('blocks', section, scope - 1) + 1;
    if (bound.scopes[own].kind !== 'function') return -1;
    return this.#functionNumbers?.numberOf(file, unit, own) ?? (this.#numbering.indexOf.get(ids[own]) as FunctionIndex);
  };

  readonly scopeOfFunction = (index: FunctionIndex): { readonly module: Module; readonly scope: number } => {
    const { file, unit, scope } = this.#homeOf(index);
    return { module: this.modules[this.#files.indexOf(file)], scope: unit.placement.scope(scope) };
  };

  readonly edited = (texts: ReadonlyMap<string, string>): Analysis => {
    const trees = new Map(this.modules.map(({ file, tree }) => [file, editedTree(tree, texts.get(file))]));
    return this.#analyze({
      read: file => {
        const tree = trees.get(file);
        const text = texts.get(file);
        if (tree !== undefined) return new TreeText(tree);
        return text === undefined ? this.#provider.read(file) : { text };
      },
      resolve: this.#provider.resolve,
    });
  };

  #homeOf(index: FunctionIndex): ScopeHome {
    return this.#functionNumbers?.homeOf(index) ?? this.#numbering.functions[index];
  }

  /** `undefined` where functions can be numbered only all at once. */
  get #functionNumbers(): FunctionNumbers | undefined {
    if (this.#functionNumbersMade === null) this.#functionNumbersMade = FunctionNumbers.of(this.#files);
    return this.#functionNumbersMade;
  }

  get #numbering(): ProgramNumbers {
    return (this.#numbers ??= numberProgram(this.#files));
  }

  /** Facts of single functions are had without numbering all. */
  #verify(): Verification {
    const factsAt = (index: FunctionIndex): FunctionFacts => {
      const { unit, scope } = this.#homeOf(index);
      return unit.verified[scope]?.facts ?? NOT_VERIFIED;
    };
    const count = this.#functionNumbers?.count ?? this.#numbering.functions.length;
    const makeFacts = () => Array.from({ length: count }, (_, index) => factsAt(index));
    const findings = () => this.#findings();
    return {
      get findings() {
        return findings();
      },
      functions: virtualArray<readonly FunctionFacts[]>(count, factsAt, makeFacts),
      surroundings: this.#verifier.surroundings,
    };
  }

  #findings(): Finding[] {
    const { functions, indexOf } = this.#numbering;
    const toIndex = (id: number): number => (id === MAIN ? MAIN : (indexOf.get(id) as number));
    const { areStoresKnown } = this.#files[0];
    return functions.flatMap(({ unit, scope }) =>
      (unit.verified[scope]?.findings ?? [])
        .filter(finding => areStoresKnown || !needsKnownStores(finding, unit.codes[scope] as FunctionCode))
        .map(finding => ({
          ...finding,
          function: toIndex(finding.function),
          related: finding.related.map(each => ({ ...each, function: toIndex(each.function) })),
        })),
    );
  }
}
