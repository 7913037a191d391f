/**
 * An array of which each element is worked out when it is read. Whoever wants a few elements of a large array gets them without the
 * rest of it; after many single reads, and for everything else that arrays can do, the whole array is made once.
 *
 * `elementAt` answers nothing for what is behind the end, where the length is not known in advance.
 *
 * A read costs about a tenth of a microsecond, a hundred times more than one of an array: loops over all elements should
 * first ask for the whole (`wholeArray`).
 */
export function virtualArray<A extends ArrayKind>(
  length: number | (() => number),
  elementAt: (index: number) => A[number] | undefined,
  makeWhole: () => A,
): A {
  let whole: A | undefined;
  let readCount = 0;
  const all = (): A => (whole ??= makeWhole());
  const handler: ProxyHandler<object> = {
    get(_target, key) {
      if (key === WHOLE) return all();
      if (key === 'length') return typeof length === 'number' ? length : length();
      const index = typeof key === 'string' ? indexOf(key) : -1;
      if (index >= 0) {
        if (whole !== undefined) return whole[index];
        if (++readCount > READS_BEFORE_WHOLE) return all()[index];
        return typeof length === 'function' || index < length ? elementAt(index) : undefined;
      }
      const array = all();
      const value: unknown = Reflect.get(array, key, array);
      return typeof value === 'function' ? value.bind(array) : value;
    },
    has: (_target, key) => Reflect.has(all(), key),
    ownKeys: () => Reflect.ownKeys(all()),
    getOwnPropertyDescriptor: (_target, key) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(all(), key);
      return descriptor && { ...descriptor, configurable: true };
    },
    set: () => false,
  };
  return new Proxy({}, handler) as A;
}

/** The array itself where it is no virtual one, else the whole of it. */
export function wholeArray<A extends ArrayKind>(array: A): A {
  return (array as unknown as { readonly [WHOLE]?: A })[WHOLE] ?? array;
}

type ArrayKind = Int32Array | Uint8Array | readonly unknown[];

const WHOLE = Symbol('whole');

/** Who reads so many single elements is likely to read them all. */
const READS_BEFORE_WHOLE = 2_000;

/** The index that a property key is; -1 where it is another kind of key. */
function indexOf(key: string): number {
  const first = key.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 ? Number(key) : -1;
}
