import type { FunctionIndex, Program } from '../bytecode/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { NOT_VERIFIED, type ProgramVerifier, type Verification } from '../verifier/index.ts';
import type { Analysis } from './analysis.ts';
import type { FileSnapshot } from './file-snapshot.ts';
import type { Module } from './module.ts';
import { ModuleView } from './module-view.ts';
import { numberProgram, writeProgram, type ProgramNumbers } from './program.ts';

/** What is known of a program, put together from what is known of its units when somebody asks for it. */
export class AnalysisView implements Analysis {
  readonly module: Module;
  readonly modules: readonly ModuleView[];
  readonly diagnostics: readonly Diagnostic[];
  readonly #files: readonly FileSnapshot[];
  readonly #verifier: ProgramVerifier;
  #numbers: ProgramNumbers | undefined;
  #program: Program | null | undefined;
  #verification: Verification | undefined;

  /** The first file is the one that is analysed. */
  constructor(files: readonly FileSnapshot[], verifier: ProgramVerifier) {
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
    const home = this.#homeOf(module, scope);
    return home === undefined ? -1 : (this.#numbering.indexOf.get(home.id) ?? -1);
  };

  readonly scopeOfFunction = (index: FunctionIndex): { readonly module: Module; readonly scope: number } => {
    const { file, unit, scope } = this.#numbering.functions[index];
    return { module: this.modules[this.#files.indexOf(file)], scope: unit.placement.scope(scope) };
  };

  get #numbering(): ProgramNumbers {
    return (this.#numbers ??= numberProgram(this.#files));
  }

  #homeOf(module: Module, scope: number): { readonly id: number } | undefined {
    const view = this.modules.find(each => each === module);
    if (view === undefined) return undefined;
    const { units, main } = view.snapshot;
    if (scope === 0) return { id: main.ids[0] };
    // Units stand in text order, and main's own functions last.
    let low = 0;
    let high = units.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (units[middle].placement.scope(1) <= scope) low = middle;
      else high = middle - 1;
    }
    for (const unit of units.length > 1 ? [units[low], main] : [main]) {
      const own = unit.placement.ownScope(scope);
      if (own > 0 && own < unit.bound.scopes.length && unit.placement.scope(own) === scope)
        return { id: unit.ids[own] };
    }
    return undefined;
  }

  #verify(): Verification {
    const { functions, indexOf } = this.#numbering;
    const toIndex = (id: number): number => (id === 0 ? 0 : (indexOf.get(id) as number));
    const findings = functions.flatMap(({ unit, scope }) =>
      (unit.verified[scope]?.findings ?? []).map(finding => ({
        ...finding,
        function: toIndex(finding.function),
        related: finding.related.map(each => ({ ...each, function: toIndex(each.function) })),
      })),
    );
    return {
      findings,
      functions: functions.map(({ unit, scope }) => unit.verified[scope]?.facts ?? NOT_VERIFIED),
      surroundings: this.#verifier.surroundings,
    };
  }
}
