import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Checks messages against the debug protocol's own declaration: the installed `debugProtocol.d.ts`, which is generated from
 * the protocol's JSON schema. What that file says is read here, not repeated.
 */

/** What is wrong with a message, one sentence each; empty when it conforms. Properties that the protocol does not know count as wrong. */
export function violations(message: unknown): string[] {
  if (!isObject(message)) return ['the message is no object'];
  const name = typeNameOf(message);
  return name === null ? [`the protocol knows no such message`] : check(message, { kind: 'name', name }, name);
}

type Type =
  | { readonly kind: 'any' }
  | { readonly kind: 'primitive'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'array'; readonly item: Type }
  | { readonly kind: 'union'; readonly members: readonly Type[] }
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Property>; readonly index: Type | null };

interface Property {
  readonly type: Type;
  readonly isOptional: boolean;
}

interface Declaration {
  readonly type: Type;
  readonly base: string | null;
}

const declarations = new Map<string, Declaration>();
const eventTypes = new Map<string, string>();
const responseTypes = new Map<string, string>();

function typeNameOf(message: Record<string, unknown>): string | null {
  switch (message.type) {
    case 'event':
      return eventTypes.get(String(message.event)) ?? null;
    case 'response':
      if (message.success === false) return 'ErrorResponse';
      return responseTypes.get(String(message.command)) ?? null;
    case 'request':
      return 'Request';
    default:
      return null;
  }
}

function check(value: unknown, type: Type, path: string): string[] {
  switch (type.kind) {
    case 'any':
      return [];
    case 'primitive':
      return (type.name === 'null' ? value === null : typeof value === type.name)
        ? []
        : [wrong(path, type.name, value)];
    case 'literal':
      return value === type.value ? [] : [wrong(path, `'${type.value}'`, value)];
    case 'array':
      if (!Array.isArray(value)) return [wrong(path, 'a list', value)];
      return value.flatMap((item, index) => check(item, type.item, `${path}[${index}]`));
    case 'union': {
      const attempts = type.members.map(member => check(value, member, path));
      return attempts.some(attempt => attempt.length === 0) ? [] : [wrong(path, 'one of a union', value)];
    }
    case 'name':
      return checkNamed(value, type.name, path);
    case 'object':
      return checkObject(value, type.properties, type.index, path);
  }
}

function checkNamed(value: unknown, name: string, path: string): string[] {
  const declaration = declarations.get(name);
  if (!declaration) return [`${path}: the protocol declares no ${name}`];
  if (declaration.type.kind !== 'object') return check(value, declaration.type, path);
  return checkObject(value, propertiesOf(name), declaration.type.index, path);
}

function checkObject(
  value: unknown,
  properties: ReadonlyMap<string, Property>,
  index: Type | null,
  path: string,
): string[] {
  if (!isObject(value)) return [wrong(path, 'an object', value)];
  const found: string[] = [];
  for (const [name, property] of properties) {
    if (value[name] !== undefined) found.push(...check(value[name], property.type, `${path}.${name}`));
    else if (!property.isOptional) found.push(`${path}.${name} is missing`);
  }
  for (const name of Object.keys(value)) {
    if (properties.has(name)) continue;
    if (index) found.push(...check(value[name], index, `${path}.${name}`));
    else found.push(`${path}.${name} is no property of the protocol`);
  }
  return found;
}

/** A type's own properties and those of its bases; its own win. */
function propertiesOf(name: string): Map<string, Property> {
  const declaration = declarations.get(name);
  if (declaration?.type.kind !== 'object') return new Map();
  const inherited = declaration.base ? propertiesOf(declaration.base) : new Map<string, Property>();
  return new Map([...inherited, ...declaration.type.properties]);
}

function wrong(path: string, expected: string, found: unknown): string {
  return `${path}: expected ${expected}, found ${JSON.stringify(found)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the declarations: interfaces and type aliases of one module. */
class DeclarationReader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string) {
    const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
    this.tokens = withoutComments.match(/'[^']*'|[A-Za-z_$][\w$]*|[^\s]/g) ?? [];
  }

  readAll(): void {
    while (this.at < this.tokens.length) {
      if (this.take('interface')) this.readInterface();
      else if (this.take('type')) this.readAlias();
      else this.at++;
    }
  }

  private readInterface(): void {
    const name = this.next();
    const base = this.take('extends') ? this.next() : null;
    declarations.set(name, { type: this.readType(), base });
  }

  private readAlias(): void {
    const name = this.next();
    this.expect('=');
    declarations.set(name, { type: this.readType(), base: null });
  }

  private readType(): Type {
    const members = [this.readArray()];
    while (this.take('|')) members.push(this.readArray());
    return members.length === 1 ? members[0] : { kind: 'union', members };
  }

  private readArray(): Type {
    let type = this.readAtom();
    while (this.take('[')) {
      this.expect(']');
      type = { kind: 'array', item: type };
    }
    return type;
  }

  private readAtom(): Type {
    const token = this.next();
    if (token === '(') {
      const type = this.readType();
      this.expect(')');
      return type;
    }
    if (token === '{') return this.readProperties();
    if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1) };
    if (token === 'any' || token === 'object') return { kind: 'any' };
    if (['string', 'number', 'boolean', 'null'].includes(token)) return { kind: 'primitive', name: token };
    return { kind: 'name', name: token };
  }

  private readProperties(): Type {
    const properties = new Map<string, Property>();
    let index: Type | null = null;
    while (!this.take('}')) {
      if (this.take('[')) {
        while (!this.take(']')) this.at++;
        this.expect(':');
        index = this.readType();
      } else {
        const name = this.next();
        const isOptional = this.take('?');
        this.expect(':');
        properties.set(name, { type: this.readType(), isOptional });
      }
      this.take(';');
    }
    return { kind: 'object', properties, index };
  }

  private next(): string {
    return this.tokens[this.at++];
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new Error(`debugProtocol.d.ts: expected ${token}, found ${this.tokens[this.at]}`);
  }
}

function readProtocol(): void {
  const file = createRequire(import.meta.url).resolve('@vscode/debugprotocol/lib/debugProtocol.d.ts');
  const text = readFileSync(file, 'utf8');
  new DeclarationReader(text).readAll();
  for (const [, name, event] of text.matchAll(/interface (\w+) extends Event \{\s*\/\/ event: '(\w+)';/g)) {
    eventTypes.set(event, name);
  }
  for (const [, name, command] of text.matchAll(
    /interface (\w+)Request extends Request \{\s*\/\/ command: '(\w+)';/g,
  )) {
    responseTypes.set(command, `${name}Response`);
  }
}

readProtocol();
