import { MAIN, MAXIMUM_NESTING, type Constant } from '../program.ts';
import type { ByteReader } from './byte-reader.ts';
import { decodeHead } from './decode-head.ts';
import { decodeInstructions } from './decode-instructions.ts';
import type { NamePool } from './decode-pools.ts';
import { BlockTag } from './layout.ts';
import { Malformed } from './malformed.ts';
import type { BlockOutline, ClassOutline, FunctionOutline, Outline } from './outline.ts';
import type { Pool } from './pool.ts';

/** What the blocks are read with. */
export interface BlockContext {
  readonly reader: ByteReader;
  readonly constants: Pool<Constant>;
  readonly names: NamePool;
  readonly functionCount: number;
  readonly classCount: number;
}

/** Reads main, and the functions and classes behind it. */
export function decodeBlocks(reader: ByteReader, constants: Pool<Constant>, names: NamePool): Outline {
  const offset = reader.at;
  const functionCount = reader.count('a number of functions');
  if (functionCount === 0) throw new Malformed(offset, 'a number of functions, main counted', '0');
  const classCount = reader.count('a number of classes');
  return new BlockDecoder({ reader, constants, names, functionCount, classCount }).decode();
}

class BlockDecoder {
  private readonly context: BlockContext;
  private readonly blocks: BlockOutline[] = [];
  private readonly functionBlocks: number[] = [];
  private readonly classBlocks: number[] = [];
  /** The blocks around the place that has been reached, the outermost first. */
  private readonly open: number[] = [];
  /** The names of the methods of each class. */
  private readonly methodNames = new Map<ClassOutline, Set<string>>();

  constructor(context: BlockContext) {
    this.context = context;
  }

  decode(): Outline {
    const { functionCount, classCount } = this.context;
    while (this.blocks.length < functionCount + classCount) this.decodeBlock();
    return { blocks: this.blocks, functionBlocks: this.functionBlocks, classBlocks: this.classBlocks };
  }

  private decodeBlock(): void {
    if (this.blocks.length === MAIN) return this.decodeMain();
    const { reader, functionCount, classCount } = this.context;
    const offset = reader.at;
    const tag = reader.byte('the kind of a block');
    if (tag === BlockTag.function && this.functionBlocks.length < functionCount) return this.decodeFunction(offset);
    if (tag === BlockTag.class && this.classBlocks.length < classCount) return this.decodeClass(offset);
    const left = `${functionCount - this.functionBlocks.length} functions and ${classCount - this.classBlocks.length} classes`;
    throw new Malformed(offset, `a block (${left} are left)`, `the kind ${tag}`);
  }

  private decodeMain(): void {
    const { reader } = this.context;
    this.add({
      kind: 'main',
      offset: reader.at,
      index: MAIN,
      depth: 0,
      parent: -1,
      name: MAIN_NAME,
      parameters: [],
      globals: [],
      nonlocals: [],
      ...decodeInstructions(this.context, true),
    });
  }

  private decodeFunction(offset: number): void {
    const { depth, parent } = this.readDepth();
    const { names } = this.context;
    const index = this.functionBlocks.length;
    const name = names.readText();
    const holder = this.blocks[parent];
    if (holder.kind === 'class') this.addMethod(holder);
    const head = decodeHead(this.context);
    const code = decodeInstructions(this.context, false);
    this.add({ kind: 'function', offset, index, depth, parent, name, ...head, ...code });
  }

  /** Reads the name under which a function is a method of the class that it stands in. */
  private addMethod(holder: ClassOutline): void {
    const { reader, names } = this.context;
    const offset = reader.at;
    const name = names.readName();
    let taken = this.methodNames.get(holder);
    if (taken === undefined) this.methodNames.set(holder, (taken = new Set()));
    if (taken.has(name)) {
      throw new Malformed(offset, 'a name that no other method of the class has', name);
    }
    taken.add(name);
    holder.methods.push({ name, block: this.blocks.length });
  }

  private decodeClass(offset: number): void {
    const { depth, parent } = this.readDepth();
    if (this.blocks[parent].kind === 'class') throw new Malformed(offset, 'a function in the class', 'a class');
    const name = this.context.names.readText();
    const nextFunction = this.functionBlocks.length;
    const index = this.classBlocks.length;
    this.add({ kind: 'class', offset, index, depth, parent, name, nextFunction, methods: [] });
  }

  private readDepth(): { depth: number; parent: number } {
    const { reader } = this.context;
    const offset = reader.at;
    const deepest = Math.min(this.open.length, MAXIMUM_NESTING);
    const depth = reader.varint('a depth', deepest);
    if (depth === 0) throw new Malformed(offset, 'a depth of 1 or more: only main has 0', '0');
    this.open.length = depth;
    return { depth, parent: this.open[depth - 1] };
  }

  private add(block: FunctionOutline | ClassOutline): void {
    (block.kind === 'class' ? this.classBlocks : this.functionBlocks).push(this.blocks.length);
    this.open.push(this.blocks.length);
    this.blocks.push(block);
  }
}

/** What main is called. */
const MAIN_NAME = '<main>';
