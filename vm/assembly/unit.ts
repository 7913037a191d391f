import { JoinedTree, parseText, spanOfToken, type Section, type SyntaxTree } from '../syntax/index.ts';
import type { FunctionDraft, FunctionVerification } from '../verifier/index.ts';
import type { BoundUnit } from './bind-unit.ts';
import type { UnitDiagnostic } from './binding.ts';
import type { FilePlace } from './environment.ts';
import type { Outline } from './outline.ts';
import { Placement } from './placement.ts';

/** The file that a unit stands in, as it is now. */
export interface UnitHost {
  readonly file: string;
  readonly tree: JoinedTree;
  /** The number of its main. */
  readonly mainId: number;
}

/**
 * What is bound, assembled and verified by itself: an outermost function or class, or all of main. It lives as long as its text
 * stays as it is, wherever in the file that moves; what is known of it changes with what it depends on.
 */
export class Unit {
  readonly host: UnitHost;
  readonly isMain: boolean;
  /** The sections of the file that it is made of: one, but for main. */
  readonly sections: readonly Section[];
  /** Its tree, which counts from its own start. */
  readonly tree: SyntaxTree;
  /** The index in the file of its only section; of main, those of all sections, in an array that is never changed. */
  place = -1;
  places: Int32Array = NO_IDS;

  /** Whether it has to be looked at when what there is to say of the file is put together. */
  get hasDiagnostics(): boolean {
    return this.bound.diagnostics.length + this.unused.length + this.findings.length > 0;
  }

  /** Whether it is no longer in the file. */
  isGone = false;

  outline!: Outline;
  bound!: BoundUnit;
  /** Names that it defines and nothing uses. */
  unused: readonly UnitDiagnostic[] = [];
  /** What the verifier has found in it. */
  findings: readonly UnitDiagnostic[] = [];
  /** For each scope the number by which code and verifier know it; -1 for main of a unit that is not main. */
  ids: Int32Array = NO_IDS;
  /** The code of each function, by scope. */
  codes: readonly (FunctionDraft | undefined)[] = [];
  /** The scopes that have no instructions there because nobody can read them. */
  unreadable: ReadonlySet<number> = NOTHING_UNREADABLE;
  /** What the verifier knows of each, and has found. */
  verified: readonly (FunctionVerification | undefined)[] = [];

  readonly joined: JoinedTree | undefined;
  private known: UnitState | undefined;

  constructor(host: UnitHost, sections: readonly Section[], isMain: boolean) {
    this.host = host;
    this.sections = sections;
    this.isMain = isMain;
    this.joined = isMain && sections.length > 0 ? JoinedTree.ofSections(sections, false) : undefined;
    this.tree = this.joined?.flatten() ?? sections[0]?.tree ?? NO_TEXT;
  }

  /** The index in the file of the section that a token is in. */
  sectionOf(token: number): number {
    return this.joined === undefined ? this.place : this.places[this.joined.sectionOfToken(token)];
  }

  /** What is known of it now. */
  get state(): UnitState {
    return (this.known ??= {
      unit: this,
      outline: this.outline,
      bound: this.bound,
      ids: this.ids,
      codes: this.codes,
      verified: this.verified,
    });
  }

  forgetState(): void {
    this.known = undefined;
  }

  /** Where it stands now. */
  get placement(): Placement {
    return new Placement(this.host.tree, this.isMain ? this.places : this.place, this.tree, this.joined);
  }

  placeOf(token: number): FilePlace {
    return { file: this.host.file, span: this.placement.span(spanOfToken(this.tree, token)) };
  }
}

/** What is known of a unit at one time. */
export type UnitState = Readonly<Pick<Unit, 'outline' | 'bound' | 'ids' | 'codes' | 'verified'>> & {
  readonly unit: Unit;
};

const NO_TEXT = parseText('');
const NO_IDS = new Int32Array(0);
const NOTHING_UNREADABLE: ReadonlySet<number> = new Set();
