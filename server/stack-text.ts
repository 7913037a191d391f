import { sliceText, type AbstractStack, type AbstractValue, type Module } from '../vm/index.ts';
import type { InstructionPlace } from './cursor.ts';
import { countOf } from './value-flow.ts';
import { kindsWord } from './value-text.ts';

/** More slots than these are not listed: what an instruction takes is on top. */
const LISTED_SLOTS = 8;
/** Of the instructions that may have pushed a value, as many are named. */
const LISTED_PRODUCERS = 3;

/**
 * A stack in a scope, a line a slot, the top first: what it is called (`names` are those of the topmost, the top last), its
 * kinds, and who pushed it.
 */
export function stackPicture(module: Module, scope: number, stack: AbstractStack, names: readonly string[]): string {
  const shown = stack.fromTop.slice(0, Math.max(LISTED_SLOTS, names.length));
  const rows = shown.map((value, depth) => [
    names.at(-1 - depth) ?? '',
    kindsWord(value) ?? 'any value',
    producersText(module, scope, value),
  ]);
  const widths = [0, 1].map(column => Math.max(0, ...rows.map(row => row[column].length)));
  const lines = rows.map(([name, kinds, producers]) =>
    `${name.padEnd(widths[0])}${widths[0] > 0 ? '  ' : ''}${kinds.padEnd(widths[1])}${producers}`.trimEnd(),
  );
  const more = stack.minimumHeight - shown.length;
  if (more > 0) lines.push(`… ${more} more`);
  return lines.join('\n');
}

/** `2 values`, or `1 to 3 values` where paths disagree. */
export function heightText({
  minimumHeight,
  maximumHeight,
}: Pick<AbstractStack, 'minimumHeight' | 'maximumHeight'>): string {
  if (minimumHeight !== maximumHeight)
    return `${minimumHeight} to ${Number.isFinite(maximumHeight) ? maximumHeight : 'any number of'} values`;
  return minimumHeight === 1 ? '1 value' : `${minimumHeight} values`;
}

/** What the picture calls the values that the instruction takes, the deepest first. */
export function poppedNames(module: Module, place: InstructionPlace): string[] {
  const count = countOf({ ...place, module });
  const named = Math.min(count, MAXIMUM_NAMED_VALUES);
  return place.instruction.picture.next.pops.words.flatMap(word =>
    word.includes('…') ? Array.from({ length: named }, (_, index) => `${word[0]}${count - named + index + 1}`) : [word],
  );
}

/** A count may be huge; of so many values the topmost are named. */
const MAXIMUM_NAMED_VALUES = 32;

function producersText(module: Module, scope: number, { producers }: AbstractValue): string {
  const { tree } = module;
  const { instructions } = module.scopes[scope];
  const shown = producers
    .filter(producer => producer >= 0 && producer < instructions.length)
    .slice(0, LISTED_PRODUCERS)
    .map(producer => {
      const statement = instructions[producer];
      const text = sliceText(
        tree,
        tree.tokenStarts[tree.statementHeads[statement]],
        tree.tokenEnds[tree.statementEnds[statement] - 1],
      );
      return `line ${tree.statementLines[statement] + 1}: ${shorten(text)}`;
    });
  if (shown.length === 0) return '';
  return `  ← ${shown.join(', ')}${producers.length > shown.length ? ', …' : ''}`;
}

function shorten(text: string): string {
  const oneBlank = text.replaceAll(/\s+/g, ' ');
  return oneBlank.length > 40 ? `${oneBlank.slice(0, 39)}…` : oneBlank;
}
