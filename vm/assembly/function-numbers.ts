import { MAIN, type FunctionIndex } from '../bytecode/index.ts';
import type { FileSnapshot } from './file-snapshot.ts';
import type { ScopeHome } from './program.ts';

/**
 * The numbers that the functions of a program have: main first, then the others in text order, file by file. Found by search,
 * without numbering them all.
 */
export class FunctionNumbers {
  private readonly files: readonly FileSnapshot[];
  /** For each file the number of the first function of each unit, and behind them that of the next file. */
  private readonly bases: readonly Int32Array[];

  private constructor(files: readonly FileSnapshot[]) {
    this.files = files;
    const bases: Int32Array[] = [];
    let next = MAIN + 1;
    for (const { table } of files) {
      // Main has no functions of its own, and is the last.
      const ofFile = new Int32Array(table.functions.length);
      for (let unit = 0; unit < ofFile.length; unit++) {
        ofFile[unit] = next;
        next += table.functions[unit];
      }
      bases.push(ofFile);
    }
    this.bases = bases;
    this.count = next;
  }

  readonly count: number;

  /** `undefined` where functions stand in main's own stretches of text, so that units are not in text order. */
  static of(files: readonly FileSnapshot[]): FunctionNumbers | undefined {
    const isRegular = files.every(({ table }) => table.functions[table.functions.length - 1] === 0);
    return isRegular ? new FunctionNumbers(files) : undefined;
  }

  /** The number of a function; -1 for a class, and for main of an imported file. */
  numberOf(file: number, unit: number, scope: number): FunctionIndex {
    const { bound } = this.files[file].unitAt(unit);
    if (scope === 0) return file === 0 ? MAIN : -1;
    if (bound.scopes[scope].kind !== 'function') return -1;
    let before = 0;
    for (let each = 1; each < scope; each++) if (bound.scopes[each].kind === 'function') before++;
    return this.bases[file][unit] + before;
  }

  homeOf(index: FunctionIndex): ScopeHome {
    if (index === MAIN) return { file: this.files[0], unit: this.files[0].main, scope: 0 };
    let file = this.files.length - 1;
    while (file > 0 && this.bases[file][0] > index) file--;
    const place = lastAtOrBefore(this.bases[file], index);
    const unit = this.files[file].unitAt(place);
    let left = index - this.bases[file][place];
    const scope = unit.bound.scopes.findIndex(({ kind }, at) => at > 0 && kind === 'function' && left-- === 0);
    return { file: this.files[file], unit, scope };
  }
}

function lastAtOrBefore(bases: Int32Array, index: number): number {
  let low = 0;
  let high = bases.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bases[middle] <= index) low = middle;
    else high = middle - 1;
  }
  // Of units that begin with the same number, all but the last have no function.
  return low;
}
