import { MAIN, type FunctionIndex } from '../bytecode/index.ts';
import type { NamesStored } from './names-stored.ts';

/** How many functions of a program store each variable that others can see. */
export class StoredNames {
  private readonly counts = new Map<string, Counts>();
  /** Names of which somebody may have to be told, each with what was true of it before. */
  private readonly touched = new Map<string, number>();

  isGlobal(name: string): boolean {
    const counts = this.counts.get(name);
    return counts !== undefined && counts.inMain + counts.inFunctions > 0;
  }

  /** Whether a function other than main stores it. */
  isGlobalOfFunction(name: string): boolean {
    return (this.counts.get(name)?.inFunctions ?? 0) > 0;
  }

  /** Whether a function stores it that does not own it. */
  isCapture(name: string): boolean {
    return (this.counts.get(name)?.captured ?? 0) > 0;
  }

  add(index: FunctionIndex, stored: NamesStored): void {
    this.change(index, stored, 1);
  }

  remove(index: FunctionIndex, stored: NamesStored): void {
    this.change(index, stored, -1);
  }

  /** The names of which another thing is true now than when this was asked last. */
  takeChanged(): string[] {
    const changed: string[] = [];
    for (const [name, before] of this.touched) {
      if (this.truths(name) !== before) changed.push(name);
      const { inMain, inFunctions, captured } = this.counts.get(name) as Counts;
      if (inMain + inFunctions + captured === 0) this.counts.delete(name);
    }
    this.touched.clear();
    return changed;
  }

  private change(index: FunctionIndex, { globals, captures }: NamesStored, by: 1 | -1): void {
    for (const name of globals) {
      const counts = this.countsOf(name);
      if (index === MAIN) counts.inMain += by;
      else counts.inFunctions += by;
    }
    for (const name of captures) this.countsOf(name).captured += by;
  }

  private countsOf(name: string): Counts {
    if (!this.touched.has(name)) this.touched.set(name, this.truths(name));
    let counts = this.counts.get(name);
    if (counts === undefined) this.counts.set(name, (counts = { inMain: 0, inFunctions: 0, captured: 0 }));
    return counts;
  }

  private truths(name: string): number {
    return (this.isGlobal(name) ? 1 : 0) + (this.isGlobalOfFunction(name) ? 2 : 0) + (this.isCapture(name) ? 4 : 0);
  }
}

interface Counts {
  inMain: number;
  inFunctions: number;
  captured: number;
}
