import { DictObject, TupleObject } from './collections.ts';
import { raise } from './errors.ts';
import { IteratorObject, RangeObject } from './objects.ts';
import { normalizeInt, type Value } from './values/value.ts';
import { typeName } from './values/type-names.ts';

/** An iterator over a value; raises `TypeError` for one that is not iterable. */
export function iterate(value: Value): IteratorObject {
  if (typeof value === 'string') return new StringIterator(value);
  if (value instanceof RangeObject) return new RangeIterator(value);
  if (value instanceof TupleObject) return new ItemIterator('tuple_iterator', value.items);
  if (value instanceof DictObject) return new ItemIterator('dict_keyiterator', [...value.entries.keys()]);
  if (value instanceof IteratorObject) return value;
  raise('TypeError', `'${typeName(value)}' object is not iterable`);
}

/** Goes through a string code point by code point. */
class StringIterator extends IteratorObject {
  readonly typeName: string;
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    super();
    this.text = text;
    this.typeName = isAscii(text) ? 'str_ascii_iterator' : 'str_iterator';
  }

  next(): Value | undefined {
    const codePoint = this.text.codePointAt(this.at);
    if (codePoint === undefined) return undefined;
    const character = String.fromCodePoint(codePoint);
    this.at += character.length;
    return character;
  }
}

/** Goes through items that do not change. */
class ItemIterator extends IteratorObject {
  readonly typeName: string;
  private readonly items: readonly Value[];
  private at = 0;

  constructor(name: string, items: readonly Value[]) {
    super();
    this.typeName = name;
    this.items = items;
  }

  next(): Value | undefined {
    return this.items[this.at++];
  }
}

class RangeIterator extends IteratorObject {
  readonly typeName = 'range_iterator';
  private current: bigint;
  private left: bigint;
  private readonly step: bigint;

  constructor(range: RangeObject) {
    super();
    this.current = range.start;
    this.left = range.length;
    this.step = range.step;
  }

  next(): Value | undefined {
    if (this.left === 0n) return undefined;
    const item = this.current;
    this.left--;
    this.current += this.step;
    return normalizeInt(item);
  }
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) >= 0x80) return false;
  }
  return true;
}
