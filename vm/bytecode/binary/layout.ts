/** What encoder and decoder agree on; `docs/bytecode.md` tells it byte by byte. */

/** No text begins like this, and a transfer that changes line ends or drops the eighth bit is noticed. */
export const MAGIC: readonly number[] = [0xbc, 0xa5, 0x4d, 0x0a];

/** Changes whenever a file of the old layout would be read wrongly, or one of the new layout by an old machine. */
export const FORMAT_VERSION = 1;

/** The only flag: a section of debug information stands behind the blocks. */
export const HAS_DEBUG = 1;

/** Magic, version and flags. */
export const HEADER_BYTES = MAGIC.length + 2;
export const CHECKSUM_BYTES = 4;

/** What a constant begins with. */
export const ConstantTag = {
  none: 0,
  false: 1,
  true: 2,
  /** An int of 0 or more, a negative one: a count of bytes, and its magnitude, the lowest byte first. */
  int: 3,
  negativeInt: 4,
  /** The 8 bytes of IEEE 754, the lowest first. */
  float: 5,
  str: 6,
} as const;

/** The bits of the only NaN that text can say. */
export const NAN_BITS = 0x7ff8_0000_0000_0000n;

/** What a block other than main begins with. */
export const BlockTag = { function: 0, class: 1 } as const;

/** What a parameter begins with: its kind, and whether a default follows. */
export const PARAMETER_KINDS = ['plain', 'rest', 'keyword-only', 'named'] as const;
export const HAS_DEFAULT = 4;

/** Behind a call by name: 0 says that a built-in follows; functions begin at 1, because nobody calls main. */
export const BUILT_IN_FOLLOWS = 0;
