import { raise, raiseWith } from '../errors.ts';
import { format } from './format.ts';
import { parseFormatFields, type FieldAccessor, type FormatField, type FormatSegment } from './format-fields.ts';
import type { Asking } from './object-request.ts';
import { ascii, repr, str } from './text.ts';
import { HeapObject, type Value } from './value.ts';

/** Where `str.format` finds its values. */
export interface FormatArguments {
  /** `undefined` for `format_map`, which has none. */
  readonly positional: readonly Value[] | undefined;
  /** By name, or what is asked for its items. */
  readonly named: ReadonlyMap<string, Value> | { readonly mapping: Value };
}

/** `text.format(…)` and `text.format_map(…)`. Raises what CPython raises, in its order. */
export function* formatText(text: string, source: FormatArguments): Asking<string> {
  return yield* formatSegments(parseFormatFields(text), source);
}

/**
 * The same where no object has to be asked about, and fields are no more than a place or name and a spec; `undefined` otherwise. Raises
 * what `formatText` raises up to there.
 */
export function formatTextPlain(text: string, { positional, named }: FormatArguments): string | undefined {
  let formatted = '';
  for (const segment of parseFormatFields(text)) {
    if (segment.kind === 'error') throw segment.error;
    if (segment.kind === 'text') {
      formatted += segment.text;
      continue;
    }
    const { first, accessors, conversion, spec } = segment;
    const value = typeof first === 'number' ? positional?.[first] : named instanceof Map ? named.get(first) : undefined;
    const isPlain =
      value !== undefined && !(value instanceof HeapObject) && accessors.length === 0 && conversion === '';
    if (!isPlain || typeof spec !== 'string') return undefined;
    formatted += format(value, spec);
  }
  return formatted;
}

function* formatSegments(segments: readonly FormatSegment[], source: FormatArguments): Asking<string> {
  let text = '';
  for (const segment of segments) {
    if (segment.kind === 'error') throw segment.error;
    text += segment.kind === 'text' ? segment.text : yield* formatField(segment, source);
  }
  return text;
}

function* formatField(field: FormatField, source: FormatArguments): Asking<string> {
  // What need not be asked for is there without a generator.
  const argument = typeof field.first === 'number' ? source.positional?.[field.first] : undefined;
  let value = argument ?? ((yield* lookUp(field.first, source)) as Value);
  for (const accessor of field.accessors) value = (yield* access(value, accessor)) as Value;
  const converted = field.conversion === '' ? value : yield* convert(value, field.conversion);
  const spec = typeof field.spec === 'string' ? field.spec : yield* formatSegments(field.spec, source);
  if (converted instanceof HeapObject) return (yield { kind: 'format', object: converted, spec }) as string;
  return format(converted, spec);
}

function* lookUp(first: number | string, source: FormatArguments): Asking<Value | undefined> {
  if (typeof first === 'string') {
    if ('mapping' in source.named) return yield { kind: 'item', object: source.named.mapping, key: first };
    return source.named.has(first) ? source.named.get(first) : raiseWith('KeyError', first);
  }
  if (source.positional === undefined) raise('ValueError', 'Format string contains positional fields');
  if (first >= source.positional.length) {
    raise('IndexError', `Replacement index ${first} out of range for positional args tuple`);
  }
  return source.positional[first];
}

function* access(object: Value, accessor: FieldAccessor): Asking<Value | undefined> {
  if (accessor.kind === 'error') throw accessor.error;
  if (accessor.kind === 'item') return yield { kind: 'item', object, key: accessor.key };
  return yield { kind: 'attribute', object, name: accessor.name };
}

function* convert(value: Value, conversion: string): Asking<Value> {
  if (conversion === '' || conversion === '\0') return value;
  const kind = CONVERSIONS[conversion];
  if (kind === undefined) raiseUnknownConversion(conversion);
  if (value instanceof HeapObject) return (yield { kind, object: value }) as Value;
  return kind === 'str' ? str(value) : kind === 'repr' ? repr(value) : ascii(value);
}

function raiseUnknownConversion(conversion: string): never {
  const code = conversion.codePointAt(0) as number;
  const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
  raise('ValueError', `Unknown conversion specifier ${shown}`);
}

const CONVERSIONS: Readonly<Record<string, 'str' | 'repr' | 'ascii' | undefined>> = { s: 'str', r: 'repr', a: 'ascii' };
