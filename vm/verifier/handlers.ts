import { Op } from '../isa/index.ts';
import { lastInstruction, type ControlFlowGraph } from './control-flow-graph.ts';
import { Unknown, unknownAt, type FunctionDraft } from './function-draft.ts';

/**
 * Theorem: whatever path leads to a block, without a `POP_TRY` on the way that had no handler to remove: the handler in force
 * there that was set up last was set up at the end of one of the blocks `latest(block)`, and the one in force below it at the
 * end of one of the blocks `below(setup)`. `NO_HANDLER` stands for none, `UNKNOWN_HANDLER` for any or none, and any below it: so it
 * is behind what may be a `SETUP_TRY` or `POP_TRY`.
 *
 * So the handlers in force are a list, of which each link is known by what it may lead to: finite, also where a loop
 * sets up handlers and removes none.
 */
export interface Handlers {
  /** Whether there is any `SETUP_TRY` or `POP_TRY` at all. */
  readonly areUsed: boolean;
  /** Ascending; of a block that no path leads to, none. */
  latest(block: number): readonly number[];
  below(setup: number): readonly number[];
}

export const NO_HANDLER = -1;
export const UNKNOWN_HANDLER = -2;

/**
 * Linear in the number of blocks. `null` where more than `MAXIMUM_ALTERNATIVES` handlers may be the latest at one place:
 * of such a function nothing is said.
 */
export function findHandlers(code: FunctionDraft, graph: ControlFlowGraph): Handlers | null {
  const areUsed = code.opcodes.includes(Op.SETUP_TRY) || code.opcodes.includes(Op.POP_TRY);
  return areUsed ? new HandlerSearch(code, graph).run() : UNUSED;
}

/** Whether an error in a block may be caught in the same function. */
export function isProtected(handlers: Handlers, block: number): boolean {
  return handlers.areUsed && handlers.latest(block).some(setup => setup !== NO_HANDLER);
}

/** The blocks of the `SETUP_TRY`s that may have set up the latest handler in force in a block. */
export function setupsOf(handlers: Handlers, block: number): number[] {
  return handlers.latest(block).filter(setup => setup >= 0);
}

/** Where different handlers meet: more than a person would write. */
const MAXIMUM_ALTERNATIVES = 16;

const NONE: readonly number[] = [];
const NO_HANDLER_ONLY: readonly number[] = [NO_HANDLER];
const UNKNOWN_HANDLER_ONLY: readonly number[] = [UNKNOWN_HANDLER];

const UNUSED: Handlers = { areUsed: false, latest: () => NO_HANDLER_ONLY, below: () => NONE };

/** A worklist over blocks whose state has grown. Each grows at most `MAXIMUM_ALTERNATIVES` times. */
class HandlerSearch {
  readonly #graph: ControlFlowGraph;
  readonly #code: FunctionDraft;
  readonly #latest: (readonly number[])[];
  readonly #below = new Map<number, readonly number[]>();
  /** The blocks with a `POP_TRY` that may remove the handler of a setup: what is below it matters to them. */
  readonly #removals = new Map<number, Set<number>>();
  readonly #pending: number[] = [];
  readonly #isPending: Uint8Array;
  #isTangled = false;

  constructor(code: FunctionDraft, graph: ControlFlowGraph) {
    this.#graph = graph;
    this.#code = code;
    this.#latest = Array.from({ length: graph.blockCount }, () => NONE);
    this.#isPending = new Uint8Array(graph.blockCount);
  }

  run(): Handlers | null {
    this.#send(this.#graph.order[0], NO_HANDLER_ONLY);
    for (const block of this.#graph.entries) this.#send(block, UNKNOWN_HANDLER_ONLY);
    for (let block = this.#pending.pop(); block !== undefined && !this.#isTangled; block = this.#pending.pop()) {
      this.#isPending[block] = 0;
      this.#leave(block, this.#latest[block]);
    }
    if (this.#isTangled) return null;
    return {
      areUsed: true,
      latest: block => this.#latest[block],
      below: setup => this.#below.get(setup) ?? NONE,
    };
  }

  #leave(block: number, latest: readonly number[]): void {
    const { next, jump } = this.#graph;
    if (jump[block] >= 0) this.#send(jump[block], latest);
    if (next[block] >= 0) this.#send(next[block], this.#behind(block, latest));
  }

  /** The handlers that may be the latest behind a block, on the way to the next one. */
  #behind(block: number, latest: readonly number[]): readonly number[] {
    const last = lastInstruction(this.#graph, block);
    if (unknownAt(this.#code, last) & Unknown.Flow) return UNKNOWN_HANDLER_ONLY;
    switch (this.#code.opcodes[last]) {
      case Op.SETUP_TRY:
        this.#setUp(block, latest);
        return [block];
      case Op.POP_TRY:
        return this.#remove(block, latest);
      default:
        return latest;
    }
  }

  #setUp(setup: number, latest: readonly number[]): void {
    const known = this.#below.get(setup) ?? NONE;
    const below = union(known, latest);
    if (below === known) return;
    this.#below.set(setup, below);
    for (const removal of this.#removals.get(setup) ?? NONE) this.#add(removal);
  }

  #remove(block: number, latest: readonly number[]): readonly number[] {
    let below = NONE;
    for (const setup of latest) {
      if (setup === NO_HANDLER) continue;
      if (setup === UNKNOWN_HANDLER) {
        below = union(below, UNKNOWN_HANDLER_ONLY);
        continue;
      }
      const removals = this.#removals.get(setup) ?? new Set();
      this.#removals.set(setup, removals.add(block));
      below = union(below, this.#below.get(setup) ?? NONE);
    }
    return below.length === 0 ? NO_HANDLER_ONLY : below;
  }

  #send(block: number, latest: readonly number[]): void {
    const known = this.#latest[block];
    const joined = union(known, latest);
    if (joined === known) return;
    this.#latest[block] = joined;
    if (joined.length > MAXIMUM_ALTERNATIVES) this.#isTangled = true;
    this.#add(block);
  }

  #add(block: number): void {
    if (this.#isPending[block] === 1) return;
    this.#isPending[block] = 1;
    this.#pending.push(block);
  }
}

/** `known` itself when it holds all of `more`. */
function union(known: readonly number[], more: readonly number[]): readonly number[] {
  if (known.length === 0) return more;
  if (more.every(setup => known.includes(setup))) return known;
  return [...new Set([...known, ...more])].toSorted((a, b) => a - b);
}
