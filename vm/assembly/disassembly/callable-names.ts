import type { Program, ProgramBlock } from '../../bytecode/index.ts';
import { isName } from '../../isa/index.ts';
import type { CalleeNames } from './instruction-text.ts';

/**
 * The names to stand behind `.func` and `.class`, by block. Methods have theirs in the program. Of others only the name that is
 * shown is known: it is taken where it is a name, and where no other function or class of the scope or of a scope around
 * it has it, nor a built-in that the program calls: so that every name means at each place what it meant there.
 */
export function callableNames(program: Program, blocks: readonly ProgramBlock[]): string[] {
  const namer = new Namer(program, blocks);
  const names = new Array<string>(blocks.length).fill('');
  // Outer scopes first: an inner function gives way to one that is seen from inside.
  const order = [...blocks.keys()]
    .slice(1)
    .toSorted((a, b) => depthOf(program, blocks[a]) - depthOf(program, blocks[b]));
  for (const place of order) names[place] = namer.name(place);
  return names;
}

/** Names by the index of the function or class, from names by block. */
export function calleeNames(blocks: readonly ProgramBlock[], names: readonly string[]): CalleeNames {
  const functions: string[] = [];
  const classes: string[] = [];
  for (const [place, { kind, index }] of blocks.entries()) {
    (kind === 'class' ? classes : functions)[index] = names[place];
  }
  return { functions, classes };
}

class Namer {
  private readonly program: Program;
  private readonly blocks: readonly ProgramBlock[];
  private readonly taken: Set<string>[];
  private readonly builtIns = new Set<string>();
  private readonly methodNames: ReadonlyMap<number, string>;
  /** The number that the next copy of a name gets. */
  private readonly copies = new Map<string, number>();

  constructor(program: Program, blocks: readonly ProgramBlock[]) {
    this.program = program;
    this.blocks = blocks;
    this.taken = blocks.map(() => new Set());
    this.methodNames = new Map(
      program.classes.flatMap(({ methods }) => methods.map(({ name, function: index }) => [index, name])),
    );
    for (const { sites } of program.functions) {
      for (const { callee } of sites) if (callee?.kind === 'built-in') this.builtIns.add(callee.name);
    }
  }

  name(place: number): string {
    const { kind, index, parent } = this.blocks[place];
    const method = kind === 'function' ? this.methodNames.get(index) : undefined;
    if (method !== undefined) return method;
    const { name: shown } = (kind === 'class' ? this.program.classes : this.program.functions)[index];
    const name = this.freeName(isName(shown) ? shown : identifierLike(shown, kind), parent);
    this.taken[parent].add(name);
    return name;
  }

  private freeName(wanted: string, home: number): string {
    if (!this.isTaken(wanted, home)) return wanted;
    for (let copy = this.copies.get(wanted) ?? 2; ; copy++) {
      const name = `${wanted}_${copy}`;
      this.copies.set(wanted, copy + 1);
      if (!this.isTaken(name, home)) return name;
    }
  }

  private isTaken(name: string, home: number): boolean {
    if (this.builtIns.has(name)) return true;
    for (let at = home; at >= 0; at = this.blocks[at].parent) if (this.taken[at].has(name)) return true;
    return false;
  }
}

function depthOf(program: Program, { kind, index }: ProgramBlock): number {
  return (kind === 'class' ? program.classes : program.functions)[index].depth;
}

/** `<lambda>` becomes `lambda`. */
function identifierLike(shown: string, kind: ProgramBlock['kind']): string {
  const letters = shown
    .slice(0, LONGEST_GUESS)
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (isName(letters)) return letters;
  return kind === 'class' ? 'C' : 'f';
}

const LONGEST_GUESS = 40;
