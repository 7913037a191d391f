import { randomFrom } from '../verifier/random.ts';

/**
 * The text of a program with random functions and classes in one another, whose variables are local, global or captured, and
 * which call and make one another. Made for layouts of frames rather than to be run.
 */
export function randomStructure(seed: number): string {
  const random = randomFrom(seed);
  const writer = new StructureWriter(random);
  const main = { parent: null, variables: [], callables: [] };
  const functions = writer.blocks(main, 0);
  return [...functions, ...writer.instructions(main, [])].join('\n');
}

interface Scope {
  readonly parent: Scope | null;
  readonly variables: readonly string[];
  readonly callables: Callable[];
}

interface Callable {
  readonly name: string;
  readonly kind: 'function' | 'class';
  readonly parameterCount: number;
}

const VARIABLES = ['a', 'b', 'c', 'd', 'π'];
const MAXIMUM_DEPTH = 5;

class StructureWriter {
  private readonly random: () => number;
  private nextName = 0;

  constructor(random: () => number) {
    this.random = random;
  }

  /** Some functions and classes of a scope; their names are known in it before any of them is written. */
  blocks(scope: Scope, depth: number): string[] {
    const count = depth >= MAXIMUM_DEPTH ? 0 : Math.floor(this.random() * (4 - depth / 2));
    for (let index = 0; index < count; index++) {
      const kind = this.random() < 0.7 ? 'function' : 'class';
      // Now and then a name that an outer scope has as well.
      const name = this.random() < 0.3 ? `f${index}` : `g${this.nextName++}`;
      if (scope.callables.some(each => each.name === name)) continue;
      scope.callables.push({ name, kind, parameterCount: Math.floor(this.random() * 3) });
    }
    return scope.callables.flatMap(callable =>
      callable.kind === 'function'
        ? this.functionText(callable.name, callable.parameterCount, scope, depth)
        : this.classText(callable.name, scope, depth),
    );
  }

  instructions(scope: Scope, usable: readonly string[]): string[] {
    const lines: string[] = [];
    const count = Math.floor(this.random() * 8);
    for (let at = 0; at < count; at++) lines.push(`l${at}: ${this.instruction(scope, usable, count)}`);
    return [...lines, `l${count}:`];
  }

  private functionText(
    name: string,
    parameterCount: number,
    parent: Scope,
    depth: number,
    isInClass = false,
  ): string[] {
    const parameters = VARIABLES.slice(0, parameterCount);
    const stored = VARIABLES.filter(each => !parameters.includes(each) && this.random() < 0.3);
    const captured = VARIABLES.filter(
      each => !parameters.includes(each) && !stored.includes(each) && this.random() < 0.6 && isVariable(parent, each),
    );
    const globals = VARIABLES.filter(
      each => ![...parameters, ...stored, ...captured].includes(each) && this.random() < 0.3,
    );
    const scope: Scope = { parent, variables: [...parameters, ...stored], callables: [] };
    const isMethod = isInClass || isInsideClass(parent);
    return [
      `.func ${[name, ...parameters].join(' ')}`,
      ...(this.random() < 0.2 ? [`.name "${this.random() < 0.5 ? '<lambda>' : 'f0'}"`] : []),
      ...(captured.length > 0 ? [`.nonlocal ${captured.toReversed().join(' ')}`] : []),
      ...(globals.length > 0 ? [`.global ${globals.join(' ')}`] : []),
      ...this.blocks(scope, depth + 1),
      ...stored.flatMap(each => ['LOAD_CONST 1', `STORE_VAR ${each}`]),
      ...(isMethod && this.random() < 0.5 ? ['LOAD_SUPER area'] : []),
      ...this.instructions(
        scope,
        VARIABLES.filter(
          each =>
            !globals.includes(each) &&
            (isVariable(scope, each) ? [...scope.variables, ...captured].includes(each) : false),
        ),
      ),
      '.end',
    ];
  }

  private classText(name: string, parent: Scope, depth: number): string[] {
    const count = Math.floor(this.random() * 3);
    const holder: Scope & { isClass: true } = { parent, variables: [], callables: [], isClass: true };
    const methods = Array.from({ length: count }, (_, index) =>
      this.functionText(`m${index}`, 1, holder, depth + 1, true),
    );
    return [`.class ${name}`, ...methods.flat(), '.end'];
  }

  private instruction(scope: Scope, usable: readonly string[], count: number): string {
    const callables = visibleCallables(scope);
    const choice = this.random();
    if (choice < 0.5 && callables.length > 0) {
      const callable = this.pick(callables);
      if (callable.kind === 'class') return `MAKE_CLASS ${callable.name} ${Math.floor(this.random() * 2)}`;
      if (this.random() < 0.5) return `MAKE_FUNC ${callable.name}`;
      return `CALL_FUNC ${callable.name} ${callable.parameterCount}`;
    }
    if (choice < 0.8) {
      const mnemonics = scope.parent === null || usable.length === 0 ? LOADS : [...LOADS, 'STORE_VAR', 'DELETE_VAR'];
      const mnemonic = this.pick(mnemonics);
      return `${mnemonic} ${this.pick(mnemonic.endsWith('_VAR') && mnemonic !== 'LOAD_VAR' ? usable : VARIABLES)}`;
    }
    if (choice < 0.9) return `LOAD_CONST ${this.pick(['1', '"1"', '1.0', 'True', 'nan', '-0.0'])}`;
    return `JUMP l${Math.floor(this.random() * (count + 1))}`;
  }

  private pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)];
  }
}

const LOADS = ['LOAD_VAR', 'LOAD_VAR', 'LOAD_LOCAL', 'LOAD_GLOBAL', 'STORE_GLOBAL'];

/** Whether a function around, main not counted, has a variable of that name. */
function isVariable(scope: Scope | null, name: string): boolean {
  for (let at = scope; at !== null && at.parent !== null; at = at.parent) if (at.variables.includes(name)) return true;
  return false;
}

function isInsideClass(scope: Scope | null): boolean {
  for (let at = scope; at !== null; at = at.parent) if ('isClass' in at) return true;
  return false;
}

/** Inner scopes first, each name once; methods are not seen. */
function visibleCallables(scope: Scope): Callable[] {
  const found = new Map<string, Callable>();
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    for (const callable of at.callables) if (!found.has(callable.name)) found.set(callable.name, callable);
  }
  return [...found.values()];
}
