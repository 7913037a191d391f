import { pick, type Random } from '../verifier/random.ts';

/**
 * A Python program without a mistake: every name is bound before it is read, every operator gets kinds that it takes, no divisor
 * is zero, every loop ends. With functions that call earlier ones, closures, generators, classes, loops, conditions, tries and
 * comprehensions. The same numbers give the same program.
 */
export function randomPython(random: Random): string {
  const writer = new PythonWriter(random);
  writer.writeProgram();
  return writer.text();
}

type Kind = 'int' | 'str' | 'list';
const KINDS: readonly Kind[] = ['int', 'str', 'list'];

interface PythonFunction {
  readonly name: string;
  readonly parameters: readonly Kind[];
  readonly result: Kind;
}

/** The variables that are bound here, by their kinds. */
type Names = Readonly<Record<Kind, string[]>>;

class PythonWriter {
  private readonly random: Random;
  private readonly lines: string[] = [];
  private readonly functions: PythonFunction[] = [];
  private counter = 0;

  constructor(random: Random) {
    this.random = random;
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  writeProgram(): void {
    for (let count = 1 + this.below(3); count > 0; count--) this.writeFunction();
    if (this.chance(0.5)) this.writeGenerator();
    if (this.chance(0.5)) this.writeClass();
    const names = this.bindAll('', { int: [], str: [], list: [] });
    this.writeBlock('', names, 3 + this.below(5), 2);
    for (const kind of KINDS) this.line('', `print(${this.expression(kind, names, 2)})`);
  }

  private writeFunction(): void {
    const parameters = Array.from({ length: this.below(3) }, () => pick(this.random, KINDS));
    const [name, result] = [this.fresh('f'), pick(this.random, KINDS)];
    const own = parameters.map((kind, index) => ({ kind, name: `p${index}` }));
    this.line('', `def ${name}(${own.map(each => each.name).join(', ')}):`);
    const names: Names = { int: [], str: [], list: [] };
    for (const each of own) names[each.kind].push(each.name);
    const bound = this.bindAll('    ', names);
    if (this.chance(0.3)) this.writeClosure(bound);
    this.writeBlock('    ', bound, 1 + this.below(4), 2);
    this.line('    ', `return ${this.expression(result, bound, 2)}`);
    this.functions.push({ name, parameters, result });
  }

  /** A function that counts in a variable of the one around it. */
  private writeClosure({ int }: Names): void {
    const [name, captured] = [this.fresh('inner'), this.fresh('count')];
    this.line('    ', `${captured} = 0`);
    this.line('    ', `def ${name}(step):`);
    this.line('        ', `nonlocal ${captured}`);
    this.line('        ', `${captured} += step`);
    this.line('        ', `return ${captured}`);
    this.line('    ', `print(${name}(${pick(this.random, int)}), ${name}(2), ${captured})`);
  }

  private writeGenerator(): void {
    const name = this.fresh('gen');
    this.line('', `def ${name}(limit):`);
    this.line('    ', 'for i in range(limit):');
    this.line('        ', `if i % 2 == ${this.below(2)}:`);
    this.line('            ', 'yield i * i');
    this.line('', `print(list(${name}(${this.below(6)})), sum(${name}(4)))`);
  }

  private writeClass(): void {
    const [base, derived] = [this.fresh('Base'), this.fresh('Derived')];
    this.line('', `class ${base}:`);
    this.line('    ', 'def __init__(self, value):');
    this.line('        ', 'self.value = value');
    this.line('    ', 'def __add__(self, other):');
    this.line('        ', 'return type(self)(self.value + other.value)');
    this.line('    ', 'def __str__(self):');
    this.line('        ', `return f"<{self.value}>"`);
    this.line('', `class ${derived}(${base}):`);
    this.line('    ', 'def __str__(self):');
    this.line('        ', 'return super().__str__() + "!"');
    this.line('', `print(${pick(this.random, [base, derived])}(1) + ${derived}(${this.below(9)}))`);
  }

  /** Binds a variable of every kind. */
  private bindAll(indent: string, names: Names): Names {
    const bound: Names = { int: [...names.int], str: [...names.str], list: [...names.list] };
    for (const kind of KINDS) {
      const name = this.fresh(kind);
      this.line(indent, `${name} = ${this.expression(kind, bound, 1)}`);
      bound[kind].push(name);
    }
    return bound;
  }

  private writeBlock(indent: string, names: Names, length: number, depth: number): void {
    for (let count = 0; count < length; count++) this.writeStatement(indent, names, depth);
  }

  private writeStatement(indent: string, names: Names, depth: number): void {
    const inside = `${indent}    `;
    const kind = pick(this.random, KINDS);
    switch (depth > 0 ? this.below(8) : this.below(3)) {
      case 0:
        return this.line(indent, `${this.owned(kind, names)} = ${this.expression(kind, names, 2)}`);
      case 1:
        return this.line(indent, `${this.owned(kind, names)} += ${this.expression(kind, names, 1)}`);
      case 2:
        return this.line(indent, `print(${this.expression(kind, names, 2)})`);
      case 3: {
        this.line(indent, `if ${this.condition(names)}:`);
        this.writeBlock(inside, names, 1 + this.below(2), depth - 1);
        if (this.chance(0.4)) {
          this.line(indent, `elif ${this.condition(names)}:`);
          this.writeBlock(inside, names, 1, depth - 1);
        }
        if (this.chance(0.6)) {
          this.line(indent, 'else:');
          this.writeBlock(inside, names, 1, depth - 1);
        }
        return;
      }
      case 4: {
        const item = this.fresh('item');
        this.line(indent, `for ${item} in range(${this.below(5)}):`);
        const within = { ...names, int: [...names.int, item] };
        this.writeBlock(inside, within, 1 + this.below(2), depth - 1);
        if (this.chance(0.4)) this.line(inside, `if ${item} > 2: ${pick(this.random, ['break', 'continue'])}`);
        return;
      }
      case 5: {
        const turns = this.fresh('turns');
        this.line(indent, `${turns} = ${this.below(4)}`);
        this.line(indent, `while ${turns} > 0:`);
        this.line(inside, `${turns} -= 1`);
        return this.writeBlock(inside, names, 1, depth - 1);
      }
      case 6: {
        this.line(indent, 'try:');
        this.writeBlock(inside, names, 1, depth - 1);
        if (this.chance(0.5)) this.line(inside, `raise ValueError(${this.expression('str', names, 1)})`);
        this.line(indent, 'except ValueError as error:');
        this.line(inside, 'print(error)');
        if (this.chance(0.5)) {
          this.line(indent, 'finally:');
          this.writeBlock(inside, names, 1, depth - 1);
        }
        return;
      }
      default:
        return this.line(indent, `print([i * 2 for i in range(${this.below(5)}) if i != ${this.below(3)}])`);
    }
  }

  private expression(kind: Kind, names: Names, depth: number): string {
    const known = names[kind];
    if (depth === 0 || (known.length > 0 && this.chance(0.3)))
      return known.length > 0 && this.chance(0.7) ? pick(this.random, known) : this.literal(kind);
    const callee = this.functions.filter(({ result }) => result === kind);
    if (callee.length > 0 && this.chance(0.2)) return this.call(pick(this.random, callee), names, depth - 1);
    const part = (of: Kind) => this.expression(of, names, depth - 1);
    if (kind === 'int') {
      const operator = pick(this.random, ['+', '-', '*', '&', '|']);
      return pick(this.random, [
        `(${part('int')} ${operator} ${part('int')})`,
        `len(${part(pick(this.random, ['str', 'list']))})`,
        `(${part('int')} ${pick(this.random, ['//', '%'])} ${1 + this.below(9)})`,
        `-${part('int')}`,
        `(${part('int')} if ${this.condition(names, 0)} else ${part('int')})`,
      ]);
    }
    if (kind === 'str') {
      return pick(this.random, [
        `(${part('str')} + ${part('str')})`,
        `str(${part('int')})`,
        `f"{${this.expression('int', names, 0)}}:{${this.chance(0.5) ? 'len' : 'sum'}([1, 2])}"`,
        `${part('str')}.upper()`,
        `(${part('str')} * ${this.below(3)})`,
      ]);
    }
    return pick(this.random, [
      `(${part('list')} + [${part('int')}])`,
      `[${part('int')}, ${part('str')}]`,
      `${part('list')}[:${this.below(3)}]`,
      `sorted([${part('int')}, ${part('int')}])`,
      `list(range(${this.below(4)}))`,
    ]);
  }

  private call({ name, parameters }: PythonFunction, names: Names, depth: number): string {
    return `${name}(${parameters.map(kind => this.expression(kind, names, depth)).join(', ')})`;
  }

  private condition(names: Names, depth = 1): string {
    const compared = pick(this.random, ['<', '<=', '==', '!=', '>']);
    const [left, right] = [this.expression('int', names, depth), this.expression('int', names, 0)];
    const plain = `${left} ${compared} ${right}`;
    return this.chance(0.3)
      ? `${plain} ${pick(this.random, ['and', 'or'])} not ${this.expression('list', names, 0)}`
      : plain;
  }

  /** A variable that may be bound anew; not one that a loop counts with. */
  private owned(kind: Kind, names: Names): string {
    return pick(
      this.random,
      names[kind].filter(name => name.startsWith(kind)),
    );
  }

  private literal(kind: Kind): string {
    if (kind === 'int') return String(this.below(20));
    return kind === 'str'
      ? pick(this.random, ['"a"', '"bc"', '""', '"ü"'])
      : pick(this.random, ['[]', '[1, 2]', '["x"]']);
  }

  private fresh(prefix: string): string {
    return `${prefix}_${this.counter++}`;
  }

  private line(indent: string, text: string): void {
    this.lines.push(indent + text);
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }
}
