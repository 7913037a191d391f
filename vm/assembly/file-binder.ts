import { diagnose, isAssemblyError, type Diagnostic } from '../diagnostics/index.ts';
import { printable, spanOfToken, type JoinedTree } from '../syntax/index.ts';
import { assembleUnit } from './assemble-unit.ts';
import { bindUnit, outlineUnit, type BoundUnit } from './bind-unit.ts';
import type { Binding, UnitDiagnostic } from './binding.ts';
import { FileNames } from './file-names.ts';
import { NOTHING_IMPORTED, type ImportedName, type ImportedNames } from './imported-names.ts';
import { outlineOf } from './outline.ts';
import { importPaths, type ImportPaths } from './import-paths.ts';
import { MeantNames } from './meant-names.ts';
import type { Unit } from './unit.ts';
import { UnitList, type UnitTable } from './unit-list.ts';
import { unusedInFile } from './unused.ts';

/** An import of a file, as far as it could be followed. */
export interface FileImport {
  readonly path: string;
  readonly file: string;
  /** The token of the path, in main. */
  readonly token: number;
  /** `null` where it cannot be read or is cyclic; a diagnostic tells why. */
  readonly target: FileBinder | null;
}

/** Numbers for functions and classes, each given out once. */
export interface Numbers {
  next(): number;
}

/**
 * One file, bound and assembled unit by unit, and kept so while its text changes: what an edit does not touch stays, and what
 * depends on a name that has changed is done again.
 *
 * Invariant: after `update` everything is as if it had been done anew.
 */
export class FileBinder {
  readonly file: string;
  readonly names: FileNames;
  readonly mainId: number;
  tree!: JoinedTree;
  imports: readonly FileImport[] = [];
  /** What is wrong with the imports, and with the file itself; places as the file has them. */
  ownDiagnostics: readonly Diagnostic[] = [];
  /** Counts the updates that have changed anything. */
  version = 0;
  /** Functions whose code is new since the last time that somebody asked, and those that are gone. */
  readonly changedFunctions = new Map<number, Unit>();
  readonly removedFunctions = new Set<number>();
  private readonly numbers: Numbers;
  private readonly list = new UnitList(this);
  private readonly counts = { errors: 0, brokenMains: 0, classes: 0 };
  /** The units of which there is something to say. */
  private readonly noted = new Set<Unit>();
  private mainIsBroken = false;
  /** New units of which no more than the outline is made. */
  private readonly outlined = new Map<Unit, Binding>();
  private importsOf: { readonly main: Unit; readonly paths: ImportPaths } | undefined;
  private importedVersions = '';
  /** What the imports bring in. */
  imported: ImportedNames = NOTHING_IMPORTED;

  constructor(file: string, numbers: Numbers) {
    this.file = file;
    this.numbers = numbers;
    this.mainId = numbers.next();
    this.names = new FileNames(
      () => numbers.next(),
      () => this.units,
    );
  }

  /** The tokens of the paths in main that are imported. To be asked after `setTree`. */
  importTokens(): readonly number[] {
    return this.importPaths().tokens;
  }

  /** Whether names may be unknown only because the file that defines them is not there. */
  lacksImports(): boolean {
    return this.importPaths().hasFaulty || this.imports.some(({ target }) => target === null);
  }

  private importPaths(): ImportPaths {
    if (this.importsOf?.main !== this.main) this.importsOf = { main: this.main, paths: importPaths(this.main.tree) };
    return this.importsOf.paths;
  }

  /** Takes over another text; `update` has to follow. */
  setTree(tree: JoinedTree): void {
    if (tree === this.tree) return;
    this.tree = tree;
    this.version++;
    const { added, removed } = this.list.arrange(tree);
    for (const unit of removed) this.remove(unit);
    for (const unit of added) this.add(unit);
  }

  /** In text order, main last. */
  get units(): readonly Unit[] {
    return this.list.units;
  }

  get main(): Unit {
    return this.list.main;
  }

  /** What is known of the units now, and where one of them is among them. */
  unitTable(): UnitTable {
    return this.list.table();
  }

  indexOf(unit: Unit): number {
    return this.list.indexOf(unit);
  }

  get hasClasses(): boolean {
    return this.counts.classes > 0;
  }

  /** The units of which there is something to say, in text order, main last. */
  unitsWithDiagnostics(): Unit[] {
    return [...this.noted].toSorted((a, b) => (a.isMain ? 1 : b.isMain ? -1 : a.place - b.place));
  }

  setFindings(unit: Unit, findings: readonly UnitDiagnostic[]): void {
    unit.findings = findings;
    this.list.hasChanged(unit);
    this.note(unit);
  }

  /** Binds what has to be. `ownDiagnostics` are those of the file and of the loading of its imports. */
  update(imports: readonly FileImport[], ownDiagnostics: readonly Diagnostic[]): void {
    const versions = imports.map(({ file, token, target }) => `${file} ${token} ${target?.version ?? ''}`).join('\n');
    const importsChanged = versions !== this.importedVersions;
    this.imports = imports;
    this.importedVersions = versions;
    const { imported, duplicates } = importsChanged || imports.length > 0 ? this.readImports() : NO_IMPORTS;
    this.imported = imported;
    if (importsChanged) {
      this.names.setImported(imported);
      this.version++;
    }
    this.names.isLibrary = !this.main.outline.hasInstructions;
    this.names.settleDefinitions();
    const bound = this.bindAll();
    this.names.settleUses();
    this.checkUses(bound);
    this.ownDiagnostics = [...ownDiagnostics, ...duplicates, ...this.unusedImports(duplicates)];
    this.assembleAll(bound, duplicates.length > 0);
  }

  hasErrors(): boolean {
    return this.counts.errors > 0 || this.ownDiagnostics.some(({ kind }) => isAssemblyError(kind));
  }

  get isMainBroken(): boolean {
    return this.mainIsBroken;
  }

  private add(unit: Unit): void {
    const binding = outlineUnit(this.file, unit.tree, unit, this.names);
    unit.outline = outlineOf(binding);
    this.outlined.set(unit, binding);
    this.counts.classes += unit.outline.classCount;
    this.names.addDefinitions(unit);
    this.names.toBind.add(unit);
  }

  private remove(unit: Unit): void {
    unit.isGone = true;
    this.names.removeDefinitions(unit);
    this.names.forgetAsker(unit);
    this.forgetBound(unit);
    this.counts.classes -= unit.outline.classCount;
    this.noted.delete(unit);
    this.outlined.delete(unit);
    this.forgetCode(unit);
  }

  private forgetBound(unit: Unit): void {
    this.names.removeUses(unit, unit.bound.uses);
    this.counts.errors -= unit.bound.errorCount;
    this.counts.brokenMains -= unit.bound.scopes[0].isBroken ? 1 : 0;
  }

  private note(unit: Unit): void {
    if (unit.hasDiagnostics) this.noted.add(unit);
    else this.noted.delete(unit);
  }

  private forgetCode(unit: Unit): void {
    for (const id of unit.ids) {
      if (id < 0) continue;
      this.changedFunctions.delete(id);
      this.removedFunctions.add(id);
    }
  }

  private bindAll(): Set<Unit> {
    const bound = new Set<Unit>();
    for (const unit of this.names.toBind) {
      if (unit.isGone) continue;
      if ((unit.bound as BoundUnit | undefined) !== undefined) this.forgetBound(unit);
      const binding = this.outlined.get(unit) ?? outlineUnit(this.file, unit.tree, unit, this.names);
      this.outlined.delete(unit);
      unit.bound = this.names.bindFor(unit, () => bindUnit(binding));
      this.names.addUses(unit, unit.bound.uses);
      this.counts.errors += unit.bound.errorCount;
      this.counts.brokenMains += unit.bound.scopes[0].isBroken ? 1 : 0;
      this.note(unit);
      bound.add(unit);
    }
    this.names.toBind.clear();
    return bound;
  }

  private checkUses(bound: ReadonlySet<Unit>): void {
    const { isLibrary, toCheckUse } = this.names;
    const units = isLibrary === this.wasLibrary ? new Set([...bound, ...toCheckUse]) : this.units;
    this.wasLibrary = isLibrary;
    toCheckUse.clear();
    for (const unit of units) {
      if (unit.isGone) continue;
      const { uses, definitions, tree } = unit.bound;
      const spanOf = (token: number) => spanOfToken(tree, token);
      unit.unused = unusedInFile({ unit, spanOf }, uses, definitions, this.names);
      this.note(unit);
    }
  }

  private wasLibrary: boolean | undefined;

  private assembleAll(bound: ReadonlySet<Unit>, importsClash: boolean): void {
    const toAssemble = new Set(bound);
    for (const unit of bound) {
      for (const { kind, name, symbol, scope } of unit.outline.callables) {
        if (kind !== 'class') continue;
        const cells = methodCells(unit, scope);
        for (const asker of this.names.setMethodCells(unit, symbol, name, cells)) toAssemble.add(asker);
      }
    }
    const isBroken = importsClash || this.counts.brokenMains > 0;
    if (isBroken !== this.mainIsBroken) toAssemble.add(this.main);
    this.mainIsBroken = isBroken;
    // A number may go from one unit to another.
    for (const unit of toAssemble) this.forgetCode(unit);
    for (const unit of toAssemble) {
      this.list.hasChanged(unit);
      assembleUnit(unit, this.names, this.numbers);
      for (const id of unit.ids) {
        if (id < 0) continue;
        this.removedFunctions.delete(id);
        this.changedFunctions.set(id, unit);
      }
    }
  }

  private readImports(): { readonly imported: ImportedNames; readonly duplicates: readonly Diagnostic[] } {
    const callables = new Map<string, ImportedName>();
    const constants = new Map<string, ImportedName>();
    const globalsRead = new Set<string>();
    const duplicates: Diagnostic[] = [];
    const tokenOf = new Map<string, number>();
    for (const { token, target } of this.imports) {
      if (target === null || tokenOf.has(target.file)) continue;
      tokenOf.set(target.file, token);
      for (const name of target.names.globalsRead()) globalsRead.add(name);
      for (const each of namesOf(target)) {
        const table = each.kind === 'constant' ? constants : callables;
        const first = table.get(each.name);
        if (first === undefined) table.set(each.name, each);
        else duplicates.push(this.clash(each, token, tokenOf.get(first.file) as number));
      }
    }
    return { imported: { callables, constants, globalsRead }, duplicates };
  }

  private clash({ kind, name }: ImportedName, token: number, firstToken: number): Diagnostic {
    const first = this.main.placeOf(firstToken);
    const related = [{ ...first, message: `\`${name}\` comes from here too` }];
    return diagnose(`duplicate-${kind}`, this.main.placeOf(token).span, { name }, { related });
  }

  /** Imports of which nothing is named, nor may be meant; of those that have errors nothing is said. */
  private unusedImports(duplicates: readonly Diagnostic[]): Diagnostic[] {
    if (this.imports.length === 0) return [];
    const clashing = new Set(duplicates.map(({ span }) => span.start.line));
    const settled = new Set<FileBinder | null>([null]);
    const meant = new MeantNames([...this.noted]);
    for (const { target } of this.imports) {
      if (target === null) continue;
      if (target.hasErrors() || this.usesSomethingOf(target) || meant.explainsImport(ownNames(target)))
        settled.add(target);
    }
    return this.imports.flatMap(({ target, token, path }) => {
      const { span } = this.main.placeOf(token);
      if (settled.has(target) || clashing.has(span.start.line)) return [];
      return [diagnose('unused-import', span, { path: printable(path) })];
    });
  }

  private usesSomethingOf({ file, names }: FileBinder): boolean {
    for (const { callable } of names.ownCallables())
      if (this.names.isCallableUsed(callable.name) && this.names.callableFrom(callable.name) === file) return true;
    for (const { constant } of names.ownConstants())
      if (this.names.isConstantUsed(constant.name) && this.names.constantFrom(constant.name) === file) return true;
    return false;
  }
}

const NO_IMPORTS: { readonly imported: ImportedNames; readonly duplicates: readonly Diagnostic[] } = {
  imported: NOTHING_IMPORTED,
  duplicates: [],
};

/** What a file gives to those that import it. */
function* namesOf({ file, names }: FileBinder): Iterable<ImportedName> {
  for (const { unit, callable, id } of names.ownCallables()) {
    const { kind, name, symbol, shownName, parameters, scope, token } = callable;
    yield {
      kind,
      name,
      file,
      unit,
      symbol,
      id,
      shownName,
      parameters,
      place: () => unit.placeOf(token),
      hasFaultyHeader: unit.bound.scopes[scope].isBroken,
      methodCells: names.methodCellsOf(name),
      valueText: undefined,
      value: undefined,
    };
  }
  for (const { unit, constant, value } of names.ownConstants()) {
    const { name, symbol, token, valueText } = constant;
    const asConstant = { id: -1, shownName: name, parameters: [], hasFaultyHeader: false, methodCells: [] };
    yield {
      kind: 'constant',
      name,
      file,
      unit,
      symbol,
      valueText,
      value,
      place: () => unit.placeOf(token),
      ...asConstant,
    };
  }
}

function* ownNames({ names }: FileBinder): Iterable<string> {
  for (const { callable } of names.ownCallables()) yield callable.name;
  for (const { constant } of names.ownConstants()) yield constant.name;
}

/** How many cells each method of a class captures. */
function methodCells({ bound }: Unit, scope: number): number[] {
  return [...bound.scopes[scope].callables.values()].map(
    method => bound.scopes[bound.symbols[method].ownScope].frame.captures.length,
  );
}
