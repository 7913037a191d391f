import {
  BoundMethod,
  Cell,
  DictObject,
  DictView,
  ExceptionObject,
  FunctionObject,
  GeneratorObject,
  HeapObject,
  InstanceObject,
  ListObject,
  SetObject,
  TupleObject,
  plainRepr,
  type OwnAttributes,
  type ClassObject,
  type HashTable,
  type Value,
} from '../runtime/index.ts';

/**
 * An object as text without running anything of the program, in a time that depends on `limit` and not on the object: what does
 * not fit into about `limit` UTF-16 units is left out, and so is what is nested deeper than a person reads on one line.
 */
export function previewObject(object: HeapObject, limit: number): string {
  const preview = new Preview(limit);
  preview.value(object, 0);
  return preview.text;
}

const MAXIMUM_DEPTH = 6;

class Preview {
  text = '';
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  value(value: Value, depth: number): void {
    if (typeof value === 'string' && value.length > this.limit) {
      this.text += plainRepr(value.slice(0, this.limit));
    } else if (!(value instanceof HeapObject)) {
      this.text += plainRepr(value);
    } else if (depth > MAXIMUM_DEPTH) {
      this.text += '…';
    } else {
      this.object(value, depth + 1);
    }
  }

  private object(object: HeapObject, depth: number): void {
    if (object instanceof ListObject) this.items('[', object.items, ']', depth);
    else if (object instanceof TupleObject)
      this.items('(', object.items, object.items.length === 1 ? ',)' : ')', depth);
    else if (object instanceof DictObject) this.entries(object.table, depth);
    else if (object instanceof SetObject) this.set(object, depth);
    else if (object instanceof DictView) this.view(object, depth);
    else if (object instanceof InstanceObject) this.instance(object.class, object.attributes, depth);
    else if (object instanceof ExceptionObject) this.items(`${object.class.name}(`, object.args.items, ')', depth);
    else if (object instanceof BoundMethod) this.method(object, depth);
    else if (object instanceof GeneratorObject)
      this.text += `<generator ${object.code.qualifiedName}: ${object.state}>`;
    else if (object instanceof Cell) this.cell(object, depth);
    else this.text += plainRepr(object);
  }

  private items(open: string, items: Iterable<Value>, close: string, depth: number): void {
    this.text += open;
    this.list(items, item => this.value(item, depth));
    this.text += close;
  }

  private entries(table: HashTable, depth: number): void {
    this.text += '{';
    this.list(liveEntries(table), entry => {
      this.value(table.keyAt(entry) as Value, depth);
      this.text += ': ';
      this.value(table.valueAt(entry), depth);
    });
    this.text += '}';
  }

  private set({ table, isFrozen }: SetObject, depth: number): void {
    if (table.size === 0) {
      this.text += isFrozen ? 'frozenset()' : 'set()';
      return;
    }
    this.text += isFrozen ? 'frozenset({' : '{';
    this.list(liveEntries(table), entry => this.value(table.keyAt(entry) as Value, depth));
    this.text += isFrozen ? '})' : '}';
  }

  private view(view: DictView, depth: number): void {
    this.text += `${view.typeName}(`;
    this.value(view.dict, depth);
    this.text += ')';
  }

  private instance(type: ClassObject, attributes: OwnAttributes, depth: number): void {
    this.text += `<${type.name}`;
    for (const [name, value] of attributes.entries()) {
      if (this.isFull) {
        this.text += ' …';
        break;
      }
      this.text += ` ${name}=`;
      this.value(value, depth);
    }
    this.text += '>';
  }

  private method({ self, function: callee }: BoundMethod, depth: number): void {
    const name = callee instanceof FunctionObject ? callee.code.code.qualifiedName : plainRepr(callee);
    this.text += `<bound method ${name} of `;
    this.value(self, depth);
    this.text += '>';
  }

  private cell({ value }: Cell, depth: number): void {
    this.text += '<cell: ';
    if (value === undefined) this.text += 'empty';
    else this.value(value, depth);
    this.text += '>';
  }

  /** Writes items with commas, as long as there is room. */
  private list<Item>(items: Iterable<Item>, write: (item: Item) => void): void {
    let isFirst = true;
    for (const item of items) {
      if (!isFirst) this.text += ', ';
      if (this.isFull) {
        this.text += '…';
        return;
      }
      isFirst = false;
      write(item);
    }
  }

  private get isFull(): boolean {
    return this.text.length >= this.limit;
  }
}

/** The entries of a table, oldest first, without going through all of it beforehand. */
function* liveEntries(table: HashTable): Iterable<number> {
  for (let entry = 0; entry < table.end; entry++) if (table.keyAt(entry) !== undefined) yield entry;
}
