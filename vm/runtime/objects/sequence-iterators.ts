import type { Machine } from '../machine.ts';
import { isAscii, isHighSurrogate, isLowSurrogate } from '../values/code-points.ts';
import type { Value, Visit } from '../values/index.ts';
import { BEHIND_ALL, EXHAUSTED, PlaceIterator } from './iterators.ts';
import type { ListObject } from './lists.ts';
import type { TupleObject } from './tuples.ts';

/** Goes through a string code point by code point. */
export class StringIterator extends PlaceIterator {
  get typeName(): string {
    return isAscii(this.text) ? 'str_ascii_iterator' : 'str_iterator';
  }
  private readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  next({ heap }: Machine): Value {
    const { text, at } = this;
    if (at >= text.length) return EXHAUSTED;
    const isPair = isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1));
    const character = isPair ? text.slice(at, at + 2) : text[at];
    this.advance(heap, at + character.length);
    return character;
  }
}

/** Goes through a string from its end. */
export class StringReverseIterator extends PlaceIterator {
  get typeName(): string {
    return 'reversed';
  }
  private readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
    this.at = text.length;
  }

  next({ heap }: Machine): Value {
    if (this.at === 0) return EXHAUSTED;
    const isPair = this.at > 1 && (this.text.codePointAt(this.at - 2) as number) > 0xffff;
    const start = this.at - (isPair ? 2 : 1);
    const character = this.text.slice(start, this.at);
    this.advance(heap, start);
    return character;
  }
}

export class TupleIterator extends PlaceIterator {
  get typeName(): string {
    return 'tuple_iterator';
  }
  private readonly tuple: TupleObject;
  readonly items: readonly Value[];

  constructor(tuple: TupleObject) {
    super();
    this.tuple = tuple;
    this.items = tuple.items;
  }

  /** Where the next item is, if it is there. */
  get place(): number {
    return this.at;
  }

  /** Goes to the next place, where it need not be kept before it changes. */
  pass(): void {
    this.at++;
  }

  next({ heap }: Machine): Value {
    const { items } = this;
    if (this.at >= items.length) return EXHAUSTED;
    const item = items[this.at];
    this.advance(heap, this.at + 1);
    return item;
  }

  override trace(visit: Visit): void {
    visit(this.tuple);
  }
}

/** Goes through a tuple from its end. */
export class TupleReverseIterator extends PlaceIterator {
  get typeName(): string {
    return 'reversed';
  }
  private readonly tuple: TupleObject;

  constructor(tuple: TupleObject) {
    super();
    this.tuple = tuple;
    this.at = tuple.items.length;
  }

  next({ heap }: Machine): Value {
    if (this.at === 0) return EXHAUSTED;
    this.advance(heap, this.at - 1);
    return this.tuple.items[this.at];
  }

  override trace(visit: Visit): void {
    visit(this.tuple);
  }
}

/** Goes through a list as it is at each step: one that grows meanwhile is gone through to its new end. */
export class ListIterator extends PlaceIterator {
  get typeName(): string {
    return 'list_iterator';
  }
  readonly list: ListObject;

  constructor(list: ListObject) {
    super();
    this.list = list;
  }

  /** Where the next item is in the list, if it is there. */
  get place(): number {
    return this.at;
  }

  /** Goes to the next place, where it need not be kept before it changes. */
  pass(): void {
    this.at++;
  }

  next({ heap }: Machine): Value {
    const { list } = this;
    if (this.at >= list.length) {
      this.advance(heap, BEHIND_ALL);
      return EXHAUSTED;
    }
    const item = list.at(this.at);
    this.advance(heap, this.at + 1);
    return item;
  }

  override trace(visit: Visit): void {
    visit(this.list);
  }
}

/** Goes through a list from its end. */
export class ListReverseIterator extends PlaceIterator {
  get typeName(): string {
    return 'list_reverseiterator';
  }
  private readonly list: ListObject;

  constructor(list: ListObject) {
    super();
    this.list = list;
    this.at = list.length - 1;
  }

  next({ heap }: Machine): Value {
    if (this.at < 0 || this.at >= this.list.length) {
      this.advance(heap, -1);
      return EXHAUSTED;
    }
    const item = this.list.at(this.at);
    this.advance(heap, this.at - 1);
    return item;
  }

  override trace(visit: Visit): void {
    visit(this.list);
  }
}
