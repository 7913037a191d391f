import { INSTRUCTIONS, Op } from '../isa/index.ts';
import { CAN_FAIL } from './consequences.ts';
import { lastInstruction } from './control-flow-graph.ts';
import { Unknown, unknownAt } from './function-draft.ts';
import { isProtected, setupsOf, type Handlers } from './handlers.ts';
import type { StackAnalysis } from './stack-analysis.ts';
import { isHeightUnknown } from './stack-state.ts';
import { JUMP_MOTIONS, NEXT_MOTIONS, type StackMotion } from './stack-motion.ts';
import { StackWalker } from './stack-walker.ts';

/** A range of heights; one where `minimum` and `maximum` are equal. */
export interface HeightRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** An instruction with a handler in force, and how far down it reaches into the stack. */
export interface ProtectedInstruction {
  readonly at: number;
  /** The blocks of the `SETUP_TRY`s that may have set up the handler. */
  readonly setups: readonly number[];
  /** The height below which it leaves the values alone. */
  readonly reach: HeightRange;
  /** The height that the stack can sink to while the handler is in force: at an error, or behind it. */
  readonly low: HeightRange;
}

/** Calls `visit` for each instruction that takes values while a handler may be in force, in text order. */
export function visitProtected(
  { graph, code, states, resultOf }: StackAnalysis,
  handlers: Handlers,
  visit: (instruction: ProtectedInstruction) => void,
): void {
  if (!handlers.areUsed) return;
  const walker = new StackWalker(code, resultOf);
  for (let block = 0; block < graph.blockCount; block++) {
    const state = states[block];
    if (state === undefined || !isProtected(handlers, block)) continue;
    const setups = setupsOf(handlers, block);
    walker.enter(graph.starts[block], state);
    while (walker.at < graph.starts[block + 1]) {
      const { at } = walker;
      const opcode = code.opcodes[at];
      const count = walker.count();
      const reach = Math.max(reachOf(NEXT_MOTIONS[opcode], count), reachOf(JUMP_MOTIONS[opcode], count));
      if (unknownAt(code, at) & DOES_ANYTHING) visit({ at, setups, reach: BOTTOMLESS, low: UNKNOWN_HEIGHT });
      else if (reach > 0) {
        visit({ at, setups, reach: lower(walker, reach), low: lower(walker, sinkOf(opcode, count, reach)) });
      }
      walker.step();
    }
  }
}

/** Behind these nobody knows what has become of the values below. */
const DOES_ANYTHING = Unknown.Stack | Unknown.Target | Unknown.Flow;

const BOTTOMLESS: HeightRange = { minimum: -Infinity, maximum: -Infinity };
const UNKNOWN_HEIGHT: HeightRange = { minimum: Infinity, maximum: Infinity };

/** The heights at the `SETUP_TRY`s that can be reached, by their blocks; without those at which it is not known. */
export function heightsAtSetups({ graph, code, states, resultOf }: StackAnalysis): ReadonlyMap<number, HeightRange> {
  const heights = new Map<number, HeightRange>();
  const walker = new StackWalker(code, resultOf);
  for (let block = 0; block < graph.blockCount - 1; block++) {
    const state = states[block];
    const last = lastInstruction(graph, block);
    if (state === undefined || code.opcodes[last] !== Op.SETUP_TRY) continue;
    walker.enter(graph.starts[block], state);
    while (walker.at < last) walker.step();
    if (!isHeightUnknown(walker)) heights.set(block, { minimum: walker.minimum, maximum: walker.maximum });
  }
  return heights;
}

/**
 * Theorem: when an error comes to the handler of a `SETUP_TRY`, all values on the stack are those that were there at the
 * `SETUP_TRY`, but for as many of the topmost as are given here for its block.
 */
export function slotsChangedInTries(analysis: StackAnalysis, handlers: Handlers): ReadonlyMap<number, number> {
  const heights = heightsAtSetups(analysis);
  const changed = new Map<number, number>();
  const changes = new Map<number, number>();
  visitProtected(analysis, handlers, ({ setups, reach }) => {
    const pending = [...setups];
    for (let setup = pending.pop(); setup !== undefined; setup = pending.pop()) {
      const height = heights.get(setup);
      if (height !== undefined && height.maximum <= reach.minimum) continue;
      const known = changed.get(setup) ?? 0;
      const isExact = height !== undefined && height.minimum === height.maximum && reach.minimum === reach.maximum;
      const count = isExact ? height.minimum - reach.minimum : Infinity;
      if (count <= known) continue;
      const times = (changes.get(setup) ?? 0) + 1;
      changes.set(setup, times);
      changed.set(setup, times > MAXIMUM_CHANGES ? Infinity : count);
      for (const below of handlers.below(setup)) if (below >= 0) pending.push(below);
    }
  });
  return changed;
}

/** After so many changes all slots are taken to have changed, which keeps many nested handlers from costing their square. */
const MAXIMUM_CHANGES = 4;

const ENDS_FRAME = new Uint8Array(256);
for (const { code, flow } of INSTRUCTIONS) ENDS_FRAME[code] = flow === 'return' || flow === 'halt' ? 1 : 0;

/** How many values an instruction takes that do not stay where they are. */
function reachOf({ popsFixed, popsPerCount, stays }: StackMotion, count: number): number {
  return popsFixed + popsPerCount * count - stays;
}

/** How far the stack can sink by an instruction while a handler is in force: to its reach when it fails. */
function sinkOf(opcode: number, count: number, reach: number): number {
  if (CAN_FAIL[opcode]) return reach;
  if (ENDS_FRAME[opcode]) return 0;
  const { popsFixed, popsPerCount, pushes, pushesPerCount } = NEXT_MOTIONS[opcode];
  return popsFixed + popsPerCount * count - pushes.length - pushesPerCount * count;
}

function lower({ minimum, maximum }: HeightRange, by: number): HeightRange {
  return { minimum: minimum - by, maximum: maximum - by };
}
