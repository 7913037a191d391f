import { Op } from '../../isa/index.ts';
import { layOutFrames, classAround, type FrameLayout, type FrameScope } from '../frames.ts';
import { operandUse } from '../operands.ts';
import { OperandTables } from '../operand-tables.ts';
import { qualifiedName } from '../qualified-name.ts';
import type { Callee, ClassCode, FunctionCode, Program, Site, Variable } from '../program.ts';
import { isGlobalOnly } from './declared-names.ts';
import { Malformed } from './malformed.ts';
import type { ClassOutline, FunctionOutline, Outline, OutlinePools, SiteOutline } from './outline.ts';
import { checkDeclaredNames, ownVariables } from './check-names.ts';
import { SiteChecker } from './check-sites.ts';

/** Checks what the blocks say of one another, and adds what follows from it. */
export function completeProgram(
  outline: Outline,
  pools: OutlinePools,
  debug: readonly FunctionCode['debug'][],
): Program {
  const { blocks, functionBlocks, classBlocks } = outline;
  const sites = new SiteChecker(outline);
  const own = blocks.map(block => (block.kind === 'function' ? ownVariables(block, pools) : NO_NAMES));
  const scopes = blocks.map((block, place): FrameScope => {
    const { kind, parent } = block;
    if (kind === 'class') return { kind, parent, ...NOTHING_USED };
    if (block.opcodes.includes(Op.LOAD_SUPER) && classAround(blocks, place) < 0) {
      throw new Malformed(block.offset, 'LOAD_SUPER in methods only', 'a function outside of all classes');
    }
    return {
      kind,
      parent,
      variables: [...own[place]],
      parameterCount: block.parameters.length,
      nonlocals: checkDeclaredNames(outline, place, own, pools),
      usesSuper: block.opcodes.includes(Op.LOAD_SUPER),
      callees: sites.check(place),
    };
  });
  const { layouts, overflow } = layOutFrames(scopes);
  if (overflow >= 0) {
    throw new Malformed(blocks[overflow].offset, 'calls that hand over fewer cells', 'more than a program may have');
  }
  const qualifiedNames: string[] = [];
  for (const { name, parent } of blocks) {
    qualifiedNames.push(parent < 0 ? name : qualifiedName(blocks[parent].kind, qualifiedNames[parent], name));
  }
  return {
    functions: functionBlocks.map((place, index) => {
      const code = blocks[place] as FunctionOutline;
      return new FunctionCompleter(outline, code, layouts[place], pools).complete(qualifiedNames[place], debug[index]);
    }),
    classes: classBlocks.map(place => completeClass(outline, blocks[place] as ClassOutline, qualifiedNames[place])),
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();
const NOTHING_USED: Omit<FrameScope, 'kind' | 'parent'> = {
  variables: [],
  parameterCount: 0,
  nonlocals: new Map(),
  usesSuper: false,
  callees: new Set(),
};

function completeClass(
  { blocks }: Outline,
  { name, depth, nextFunction, methods }: ClassOutline,
  qualified: string,
): ClassCode {
  return {
    name,
    qualifiedName: qualified,
    depth,
    nextFunction,
    methods: methods.map(method => ({ name: method.name, function: blocks[method.block].index })),
  };
}

class FunctionCompleter {
  private readonly outline: Outline;
  private readonly code: FunctionOutline;
  private readonly layout: FrameLayout;
  private readonly pools: OutlinePools;
  private readonly tables = new OperandTables();
  /** The cells that each function and class is given here: all sites that name it share them. */
  private readonly functionCells = new Map<number, readonly number[]>();
  private readonly classCells = new Map<number, readonly (readonly number[])[]>();

  constructor(outline: Outline, code: FunctionOutline, layout: FrameLayout, pools: OutlinePools) {
    this.outline = outline;
    this.code = code;
    this.layout = layout;
    this.pools = pools;
  }

  complete(qualified: string, debug: FunctionCode['debug']): FunctionCode {
    const { name, depth, parameters, opcodes } = this.code;
    const { locals, cells, captures } = this.layout;
    const operands = Int32Array.from(opcodes, (_, at) => this.completeOperand(at));
    return {
      name,
      qualifiedName: qualified,
      depth,
      parameters,
      locals,
      cells,
      captures,
      constants: this.tables.constants.items,
      variables: this.tables.variables.items,
      sites: this.tables.sites.items,
      names: this.tables.names.items,
      opcodes,
      operands,
      debug,
    };
  }

  private completeOperand(at: number): number {
    const opcode = this.code.opcodes[at];
    const operand = this.code.operands[at];
    switch (operandUse(opcode)) {
      case 'constant':
        return operand < 0 ? -1 : this.tables.constants.add(this.pools.constant(operand));
      case 'variable':
        return this.tables.variables.add(this.variable(opcode, this.pools.name(operand)));
      case 'name':
        return this.tables.names.add(this.pools.name(operand));
      case 'site':
        return this.tables.sites.add(this.site(this.code.sites[operand]));
      default:
        return operand;
    }
  }

  private variable(opcode: number, name: string): Variable {
    const own = isGlobalOnly(opcode) ? undefined : this.layout.variable(name);
    return own ?? { name, scope: opcode === Op.LOAD_LOCAL ? 'local' : 'global', slot: -1 };
  }

  private site({ callee, count, names }: SiteOutline): Site {
    return {
      callee: callee === null || 'name' in callee ? callee : this.callee(callee.kind, callee.index),
      count,
      names,
    };
  }

  private callee(kind: 'function' | 'class', index: number): Callee {
    const { blocks, functionBlocks, classBlocks } = this.outline;
    if (kind === 'function') {
      const cells = this.functionCells.get(index) ?? this.layout.cellsFor(functionBlocks[index]);
      this.functionCells.set(index, cells);
      return { kind, index, cells };
    }
    const place = classBlocks[index];
    const methods = (blocks[place] as ClassOutline).methods.map(({ block }) => block);
    const cells = this.classCells.get(index) ?? this.layout.cellsForMethods(place, methods);
    this.classCells.set(index, cells);
    return { kind, index, cells };
  }
}
