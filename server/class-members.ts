import { Op, StatementKind, tokenName, type Analysis, type Module, type SyntaxTree } from '../vm/index.ts';
import { partsOf } from './name-index.ts';

/** An attribute that instances of classes of the program may have. */
export interface ClassMember {
  readonly name: string;
  readonly isMethod: boolean;
  /** The class that defines it, where that is known. */
  readonly owner?: string;
}

/** The methods of a class, and the attributes that they store in their first parameter or in anything else. */
export function attributesOfClass(module: Module, classScope: number): ClassMember[] {
  const { name: owner, callables } = module.scopes[classScope];
  const members = new Map<string, ClassMember>();
  for (const name of callables.keys()) members.set(name, { name, isMethod: true, owner });
  for (const symbol of callables.values()) {
    const { instructions } = module.scopes[module.symbols[symbol].ownScope] ?? { instructions: [] };
    for (const statement of instructions) addStored(module.tree, statement, members, owner);
  }
  return [...members.values()];
}

/** The methods of all classes of a program, and every attribute that any instruction stores. */
export function attributesOfProgram({ modules }: Analysis): ClassMember[] {
  const members = new Map<string, ClassMember>();
  for (const module of modules) {
    for (const member of attributesOfModule(module)) if (!members.has(member.name)) members.set(member.name, member);
  }
  return [...members.values()];
}

function attributesOfModule(module: Module): readonly ClassMember[] {
  let known = membersOfModules.get(module);
  if (known === undefined) membersOfModules.set(module, (known = collectAttributes(module)));
  return known;
}

const membersOfModules = new WeakMap<Module, readonly ClassMember[]>();

function collectAttributes(module: Module): readonly ClassMember[] {
  const members = new Map<string, ClassMember>();
  for (const { kind, name: owner, callables } of module.scopes) {
    if (kind !== 'class') continue;
    for (const name of callables.keys()) members.set(name, { name, isMethod: true, owner });
  }
  for (const { part } of partsOf(module.tree)) {
    for (let own = part.statementCodes.indexOf(Op.STORE_ATTR); own >= 0;) {
      addStored(part, own, members);
      own = part.statementCodes.indexOf(Op.STORE_ATTR, own + 1);
    }
  }
  return [...members.values()];
}

function addStored(tree: SyntaxTree, statement: number, members: Map<string, ClassMember>, owner?: string): void {
  const operand = tree.statementHeads[statement] + 1;
  const isStore =
    tree.statementKinds[statement] === StatementKind.Instruction && tree.statementCodes[statement] === Op.STORE_ATTR;
  if (!isStore || operand >= tree.statementEnds[statement]) return;
  const name = tokenName(tree, operand);
  if (!members.has(name)) members.set(name, { name, isMethod: false, owner });
}
