import type { Value } from './values/value.ts';

/**
 * The global variables of a machine, by slot; `undefined` while one is unbound. The fast engine borrows them while it has the
 * machine's values in its own slots: they have one home at a time.
 */
export class Globals {
  readonly names: readonly string[];
  private readonly own: (Value | undefined)[];
  private borrower: GlobalSlots | null = null;

  constructor(names: readonly string[]) {
    this.names = names;
    this.own = new Array<Value | undefined>(names.length).fill(undefined);
  }

  get(slot: number): Value | undefined {
    return this.borrower === null ? this.own[slot] : this.borrower.global(slot);
  }

  set(slot: number, value: Value | undefined): void {
    if (this.borrower === null) this.own[slot] = value;
    else this.borrower.setGlobal(slot, value);
  }

  /** All values. */
  values(): (Value | undefined)[] {
    return this.names.map((_name, slot) => this.get(slot));
  }

  /** Hands the values over, until `giveBack`. */
  lend(borrower: GlobalSlots): void {
    for (const [slot, value] of this.own.entries()) borrower.setGlobal(slot, value);
    this.own.fill(undefined);
    this.borrower = borrower;
  }

  giveBack(): void {
    const { borrower } = this;
    if (borrower === null) return;
    for (let slot = 0; slot < this.own.length; slot++) this.own[slot] = borrower.global(slot);
    this.borrower = null;
  }
}

/** Where globals may live for a time. */
export interface GlobalSlots {
  global(slot: number): Value | undefined;
  setGlobal(slot: number, value: Value | undefined): void;
}
