import { Op, type Analysis, type Module } from '../vm/index.ts';
import { instructionOfStatement } from './cursor.ts';
import { stackBefore } from './function-facts.ts';
import { partsOf } from './name-index.ts';
import { nameOfToken } from './program-names.ts';
import { allMakersOf } from './value-makers.ts';
import { countOf, placeOf, sourcesOf, type CodePlace } from './value-flow.ts';

/** A `.class` of some file of a program, by its scope. */
export interface ClassPlace {
  readonly module: Module;
  readonly scope: number;
}

/** From a base to the place where its class was made lie as many loads and stores at most. */
const MAXIMUM_STEPS = 8;

/**
 * Which classes of a program derive from which, as far as that can be told before it runs: `MAKE_CLASS` takes its bases from the
 * stack, and where they come from the verifier knows, through variables too. Found once for each analysis.
 */
export class ClassHierarchy {
  private readonly bases = new Map<string, ClassPlace[]>();
  private readonly derived = new Map<string, ClassPlace[]>();
  private readonly unknown = new Set<string>();

  static of(analysis: Analysis): ClassHierarchy {
    let hierarchy = hierarchies.get(analysis);
    if (hierarchy === undefined) hierarchies.set(analysis, (hierarchy = new ClassHierarchy(analysis)));
    return hierarchy;
  }

  private constructor(analysis: Analysis) {
    for (const place of allMakeClasses(analysis)) {
      const made = classMade(place);
      const { fromTop } = stackBefore(analysis, place) ?? { fromTop: [] };
      for (let depth = Math.min(countOf(place), fromTop.length) - 1; depth >= 0; depth--) {
        const makers = placesOf(place, fromTop[depth].producers);
        for (const base of made === undefined ? [] : classesOf(analysis, makers)) this.add(made as ClassPlace, base);
        const isKnown = allMakersOf(analysis, place, fromTop[depth])?.every(isKnownBase);
        if (made !== undefined && isKnown !== true) this.unknown.add(keyOf(made));
      }
    }
  }

  /** The classes that a class derives from directly, in the order of its `MAKE_CLASS`. */
  supertypes(place: ClassPlace): readonly ClassPlace[] {
    return this.bases.get(keyOf(place)) ?? [];
  }

  /** The classes that derive from a class directly, in text order. */
  subtypes(place: ClassPlace): readonly ClassPlace[] {
    return this.derived.get(keyOf(place)) ?? [];
  }

  /** Whether a class may derive from others than those that are known. */
  hasUnknownBase(place: ClassPlace): boolean {
    return this.unknown.has(keyOf(place));
  }

  /** Whether no class derives from one that is not known. */
  get isWhole(): boolean {
    return this.unknown.size === 0;
  }

  /** A class and all that derive from it, each once; the class first. */
  withSubtypes(place: ClassPlace): ClassPlace[] {
    const found = new Map([[keyOf(place), place]]);
    // A map is walked in the order of insertion, what is added on the way included.
    for (const each of found.values()) {
      for (const subtype of this.subtypes(each)) {
        if (!found.has(keyOf(subtype))) found.set(keyOf(subtype), subtype);
      }
    }
    return [...found.values()];
  }

  private add(derived: ClassPlace, base: ClassPlace): void {
    addOnce(this.bases, keyOf(derived), base);
    addOnce(this.derived, keyOf(base), derived);
  }
}

const hierarchies = new WeakMap<Analysis, ClassHierarchy>();

function addOnce(table: Map<string, ClassPlace[]>, key: string, place: ClassPlace): void {
  const places = table.get(key);
  if (places === undefined) table.set(key, [place]);
  else if (!places.some(each => keyOf(each) === keyOf(place))) places.push(place);
}

function keyOf({ module, scope }: ClassPlace): string {
  return `${scope} ${module.file}`;
}

function* allMakeClasses({ modules }: Analysis): Iterable<CodePlace> {
  for (const module of modules) {
    for (const { part, statementBase } of partsOf(module.tree)) {
      // Most parts make no class, and a look at the bytes tells.
      for (let own = part.statementCodes.indexOf(Op.MAKE_CLASS); own >= 0;) {
        const place = instructionOfStatement(module, statementBase + own);
        if (place !== undefined) yield { ...place, module };
        own = part.statementCodes.indexOf(Op.MAKE_CLASS, own + 1);
      }
    }
  }
}

/** The class that a `MAKE_CLASS` makes. */
export function classMade({ module, statement }: CodePlace): ClassPlace | undefined {
  const token = module.tree.statementHeads[statement] + 1;
  const name = token < module.tree.statementEnds[statement] ? nameOfToken(module, token) : undefined;
  if (name?.kind !== 'class') return undefined;
  const scope = name.module.symbols[name.symbol].ownScope;
  return scope < 0 ? undefined : { module: name.module, scope };
}

/** The classes that values made by these instructions may be. */
function classesOf(analysis: Analysis, makers: readonly CodePlace[]): ClassPlace[] {
  const found: ClassPlace[] = [];
  const seen = new Set<string>();
  let pending = [...makers];
  for (let step = 0; step < MAXIMUM_STEPS && pending.length > 0; step++) {
    const next: CodePlace[] = [];
    for (const place of pending) {
      const key = `${place.statement} ${place.module.file}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const made = place.instruction.code === Op.MAKE_CLASS ? classMade(place) : undefined;
      if (made !== undefined) found.push(made);
      else if (PASSES_ON.has(place.instruction.code)) next.push(...sourcesOf(analysis, place));
    }
    pending = next;
  }
  return found;
}

/** The instructions whose value is one that was made elsewhere: where from, `sourcesOf` knows. */
const PASSES_ON: ReadonlySet<number> = new Set([
  Op.LOAD_VAR,
  Op.LOAD_LOCAL,
  Op.LOAD_GLOBAL,
  Op.STORE_VAR,
  Op.STORE_GLOBAL,
]);

/** A class of the program, or a built-in one. */
function isKnownBase(maker: CodePlace): boolean {
  return maker.instruction.code !== Op.MAKE_CLASS || classMade(maker) !== undefined;
}

function placesOf({ module, scope }: CodePlace, producers: readonly number[]): CodePlace[] {
  return producers.map(producer => placeOf(module, scope, producer)).filter(place => place !== undefined);
}
