import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const DRIVER = path.join(import.meta.dirname, '..', 'engines', 'bcasm-memory.cjs');
const COUNT = 500_000;

/**
 * What there is to hold, and what takes n of it in a loop: in bcasm, where `i` is the number of the item, the item itself or
 * what puts it somewhere, and in Python.
 *
 * @type {readonly { name: string, item: string, python: string }[]}
 */
const SHAPES = [
  {
    name: 'int in a list',
    item: listItem('LOAD_VAR i', 'LOAD_CONST 1000', 'MUL'),
    python: '[i * 1000 for i in range(n)]',
  },
  {
    name: 'float in a list',
    item: listItem('LOAD_VAR i', 'LOAD_CONST 0.5', 'MUL'),
    python: '[i * 0.5 for i in range(n)]',
  },
  {
    name: 'string of 3 to 8 characters in a list',
    item: listItem('LOAD_CONST "s-"', 'LOAD_VAR i', 'CALL_FUNC str 1', 'ADD'),
    python: '["s-" + str(i) for i in range(n)]',
  },
  {
    name: 'instance with two attributes in a list',
    item: listItem('LOAD_VAR Point', 'LOAD_VAR i', 'LOAD_CONST 2.5', 'CALL 2'),
    python: '[Point(i, 2.5) for i in range(n)]',
  },
  { name: 'empty list in a list', item: listItem('BUILD_LIST 0'), python: '[[] for i in range(n)]' },
  {
    name: 'entry of a dict, int to int',
    item: ['LOAD_VAR table', 'LOAD_VAR i', 'LOAD_VAR i', 'STORE_INDEX'].join('\n'),
    python: '{i: i for i in range(n)}',
  },
];

/** @param {...string} instructions that push an item */
function listItem(...instructions) {
  return ['LOAD_VAR items', ...instructions, 'APPEND', 'POP_TOP'].join('\n');
}

/** Reads n, makes n items, and reads once more when they are there. @param {string} item */
function assembly(item) {
  return `
.class Point
.func __init__ self x y
        LOAD_VAR self
        LOAD_VAR x
        STORE_ATTR x
        LOAD_VAR self
        LOAD_VAR y
        STORE_ATTR y
        LOAD_CONST None
        RETURN_VALUE
.end
.end
        MAKE_CLASS Point 0
        STORE_VAR Point
        BUILD_LIST 0
        STORE_VAR items
        BUILD_DICT 0
        STORE_VAR table
        INPUT
        CALL_FUNC int 1
        CALL_FUNC range 1
        GET_ITER
next:
        FOR_ITER full
        STORE_VAR i
${item}
        JUMP next
full:
        SETUP_TRY end
        INPUT
end:
        HALT
`;
}

/** Prints the bytes that n items take. @param {string} items */
function python(items) {
  return `
import sys, tracemalloc

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

n = int(sys.argv[1])
tracemalloc.start()
before = tracemalloc.get_traced_memory()[0]
items = ${items}
print(tracemalloc.get_traced_memory()[0] - before)
`;
}

/**
 * Bytes for each item: of the process, by the machine's own count, and of CPython as tracemalloc counts them.
 *
 * @param {import('../engines.mjs').Engine} reference
 * @param {import('../rounds.mjs').Effort} effort
 * @returns {{ name: string, process: number, counted: number, reference: number }[]}
 */
export function bytesPerItem(reference, { divisor }) {
  const count = Math.ceil(COUNT / divisor);
  const directory = mkdtempSync(path.join(tmpdir(), 'bcasm-bench-'));
  try {
    return SHAPES.map(({ name, item, python: items }) => {
      const file = path.join(directory, 'items.bcasm');
      writeFileSync(file, assembly(item));
      const full = measure(file, count);
      const empty = measure(file, 0);
      const text = execFileSync(reference.command[0], ['-c', python(items), String(count)], { encoding: 'utf8' });
      return {
        name,
        process: (full.process - empty.process) / count,
        counted: (full.counted - empty.counted) / count,
        reference: Number(text) / count,
      };
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * Bytes that n items take, and whatever else comes to be on the way.
 *
 * @param {string} file
 * @param {number} n
 */
function measure(file, n) {
  const words = ['--expose-gc', DRIVER, file];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { input: `${n}\n`, encoding: 'utf8' });
  const [before, after] = stdout.split('\n').map(Number);
  const counted = /^bytes on the heap +([0-9,]+)$/m.exec(stderr)?.[1];
  if (status !== 0 || counted === undefined) throw new Error(`bcasm has failed:\n${stderr}`);
  return { process: after - before, counted: Number(counted.replaceAll(',', '')) };
}
