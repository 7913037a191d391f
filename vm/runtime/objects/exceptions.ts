import type { Heap } from '../heap/heap.ts';
import { REFERENCE_BYTES, type Value, type Visit } from '../values/index.ts';
import type { ClassObject } from './classes.ts';
import { ShapedObject } from './shaped-objects.ts';
import { EMPTY_TUPLE, type TupleObject } from './tuples.ts';

/** An exception: an object of a class below `BaseException`. */
export class ExceptionObject extends ShapedObject {
  private arguments: TupleObject;
  /** What classes of exceptions keep beside their arguments: the `value` of a `StopIteration`, `__cause__`. */
  private members: Member | null = null;

  constructor(type: ClassObject, given: TupleObject = EMPTY_TUPLE) {
    super(type);
    this.arguments = given;
  }

  /** What `e.args` is. */
  get args(): TupleObject {
    return this.arguments;
  }

  setArgs(heap: Heap, args: TupleObject): void {
    heap.beforeWrite(this);
    this.arguments = args;
  }

  /** A member of that name; `None` where it has not been set. */
  member(name: string): Value {
    return memberNamed(this.members, name)?.value ?? null;
  }

  setMember(heap: Heap, name: string, value: Value): void {
    heap.beforeWrite(this);
    const isNew = memberNamed(this.members, name) === null;
    if (isNew) heap.grow(2 * REFERENCE_BYTES);
    this.members = { name, value, next: isNew ? this.members : without(this.members, name) };
  }

  override get bytes(): number {
    let count = 0;
    for (let each = this.members; each !== null; each = each.next) count++;
    return super.bytes + REFERENCE_BYTES * (2 + 2 * count);
  }

  override trace(visit: Visit): void {
    super.trace(visit);
    visit(this.arguments);
    for (let each = this.members; each !== null; each = each.next) visit(each.value);
  }

  override save(): unknown {
    return { args: this.arguments, members: this.members, shaped: super.save() };
  }

  override restore(saved: unknown): void {
    const { args, members, shaped } = saved as Saved;
    this.arguments = args;
    this.members = members;
    super.restore(shaped);
  }
}

/** One member, and those that were set before it. Few have more than two, and none changes, so a checkpoint keeps them as they are. */
interface Member {
  readonly name: string;
  readonly value: Value;
  readonly next: Member | null;
}

function memberNamed(members: Member | null, name: string): Member | null {
  let member = members;
  while (member !== null && member.name !== name) member = member.next;
  return member;
}

function without(members: Member | null, name: string): Member | null {
  if (members === null) return null;
  const { next } = members;
  return members.name === name ? next : { ...members, next: without(next, name) };
}

interface Saved {
  readonly args: TupleObject;
  readonly members: Member | null;
  readonly shaped: unknown;
}
