import { MAIN, type FunctionIndex } from '../bytecode/index.ts';
import { BUILT_IN_NAMES } from '../isa/index.ts';
import { ProgramVerifier, type FunctionVerification, type Finding } from '../verifier/index.ts';
import type { Analysis, SourceProvider } from './analysis.ts';
import { AnalysisView } from './analysis-view.ts';
import type { UnitDiagnostic } from './binding.ts';
import type { FileBinder } from './file-binder.ts';
import { FileSnapshot } from './file-snapshot.ts';
import { findingDiagnostic, type FunctionHome } from './finding-diagnostics.ts';
import { loadFiles } from './load.ts';
import type { Unit } from './unit.ts';

/**
 * Analyses one file with what it imports, again and again while their texts change. What an edit costs is what the functions
 * cost that it touches, and those that depend on what has changed in them.
 *
 * Invariant: every analysis is the one that a new analyzer would give.
 */
export class ProgramAnalyzer {
  private readonly file: string;
  private binders = new Map<string, FileBinder>();
  private readonly verifier = new ProgramVerifier(BUILT_IN_NAMES);
  /** Where each function comes from, by the number under which the verifier has it. */
  private readonly homes = new Map<FunctionIndex, FunctionHome>();
  /** The functions with mistakes that may store any variable. */
  private readonly openStores = new Set<FunctionIndex>();
  private lastNumber = MAIN;
  private readonly numbers = { next: () => ++this.lastNumber };

  constructor(file: string) {
    this.file = file;
  }

  /** The analysis of the texts that the provider gives now. Never throws on bad input. */
  analyze(provider: SourceProvider): Analysis {
    const files = loadFiles(this.file, provider, this.binders, this.numbers);
    this.takeFunctions(files);
    this.verifier.setHasClasses(files.some(({ hasClasses }) => hasClasses));
    this.takeFindings(files);
    const areStoresKnown = this.openStores.size === 0;
    const snapshots = files.map(file => new FileSnapshot(file, areStoresKnown));
    // What would be is asked of the same analyzer: the next analysis takes it back.
    return new AnalysisView(snapshots, this.verifier, provider, other => this.analyze(other));
  }

  private takeFunctions(files: readonly FileBinder[]): void {
    const [root] = files;
    const kept = new Map(files.map(each => [each.file, each]));
    for (const [file, binder] of this.binders) if (kept.get(file) !== binder) this.dropFile(binder);
    for (const binder of files) {
      for (const id of binder.removedFunctions) this.drop(id === root.mainId ? MAIN : id);
      for (const [id, unit] of binder.changedFunctions) {
        if (id === binder.mainId && binder !== root) continue;
        this.take(id === root.mainId ? MAIN : id, unit, unit.ids.indexOf(id), binder);
      }
      binder.removedFunctions.clear();
      binder.changedFunctions.clear();
    }
    this.binders = kept;
  }

  private take(index: FunctionIndex, unit: Unit, scope: number, { isMainBroken }: FileBinder): void {
    const code = unit.codes[scope];
    if (code === undefined) {
      this.drop(index);
      if (unit.unreadable.has(scope)) this.verifier.putStrays(index, storesOf(unit));
      return;
    }
    this.homes.set(index, { unit, scope });
    const isBroken = unit.bound.scopes[scope].isBroken || (index === MAIN && isMainBroken);
    const isUnreadable = unit.unreadable.has(scope);
    const isDraft = isUnreadable || isBroken || code.placeholders !== undefined;
    if (isDraft && unit.bound.faultyLines.storesUnknown) this.openStores.add(index);
    else this.openStores.delete(index);
    if (isUnreadable) this.verifier.putBroken(index, code, storesOf(unit));
    else if (isDraft) this.verifier.putDraft(index, code, storesOf(unit));
    else this.verifier.put(index, code);
  }

  private drop(index: FunctionIndex): void {
    this.homes.delete(index);
    this.openStores.delete(index);
    this.verifier.remove(index);
  }

  private dropFile(binder: FileBinder): void {
    for (const { ids } of binder.units) for (const id of ids) if (id >= 0) this.drop(id);
  }

  private takeFindings(files: readonly FileBinder[]): void {
    const changed = new Set<Unit>();
    for (const index of this.verifier.settle()) {
      const home = this.homes.get(index);
      if (home !== undefined) changed.add(home.unit);
    }
    const homeOf = (index: FunctionIndex): FunctionHome => this.homes.get(index) as FunctionHome;
    const storedGlobals = function* (): Iterable<string> {
      for (const { names } of files) yield* names.storedGlobals();
    };
    for (const unit of changed) {
      const isRoot = unit.host === files[0];
      unit.verified = unit.codes.map((_, scope) => this.verificationOf(unit, scope, isRoot));
      const found: UnitDiagnostic[] = [];
      const told = isRoot ? unit.verified.length : 0;
      for (let scope = 0; scope < told; scope++) {
        for (const finding of unit.verified[scope]?.findings ?? NOTHING_FOUND)
          found.push(findingDiagnostic(finding, { unit, scope }, homeOf, storedGlobals));
      }
      (unit.host as FileBinder).setFindings(unit, found);
    }
  }

  private verificationOf({ ids }: Unit, scope: number, isRoot: boolean): FunctionVerification | undefined {
    const id = ids[scope];
    if (id < 0 || (scope === 0 && !isRoot)) return undefined;
    return this.verifier.verificationOf(scope === 0 ? MAIN : id);
  }
}

/** The names that a unit with mistakes may store, as far as they can be read. */
function storesOf({ bound, codes, unreadable }: Unit): ReadonlySet<string> {
  const stored = new Set([...bound.faultyLines.names, ...bound.uses.stored.keys()]);
  const isOpen = unreadable.size > 0 || codes.some(code => code?.placeholders?.hasUnknownVariables === true);
  if (!isOpen) return stored;
  // Where variables live is open: each that is stored may be one that others see. Parameters that nothing stores are none of those.
  for (const scope of bound.scopes) {
    const parameters = new Set(scope.hasFaultyHeader ? [] : scope.parameters.map(({ name }) => name));
    for (const name of scope.variables.keys()) if (!parameters.has(name)) stored.add(name);
    for (const name of scope.stored) stored.add(name);
  }
  return stored;
}

const NOTHING_FOUND: readonly Finding[] = [];
