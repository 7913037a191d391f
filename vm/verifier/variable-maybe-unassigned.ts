import { Op } from '../isa/index.ts';
import { lastInstruction } from './control-flow-graph.ts';
import { solveForward } from './dataflow.ts';
import { findDominators, type Dominates } from './dominators.ts';
import { setupsOf } from './handlers.ts';
import type { Finding } from './report.ts';
import type { Subject } from './subject.ts';
import { wayUnassigned, type UnboundUse } from './unassigned-way.ts';
import { collectVariableUses, Use, type VariableUses } from './variable-uses.ts';

/**
 * Theorem: a local, a variable that others capture, or a global of main is bound whenever an instruction reads or deletes
 * it that is not found here, and not reached through one that is; provided that every call assigns what any function
 * assigns, and that other functions delete nothing.
 *
 * A handler is entered with what was bound at any instruction that may have failed: not by way of its `SETUP_TRY`.
 *
 * Of what can't be unbound anyway nothing is said: a name for which a global or a built-in stands in.
 */
export function findMaybeUnassigned(subject: Subject): Finding[] {
  if (subject.code.placeholders?.hasUnknownVariables === true) return [];
  const uses = collectVariableUses(subject);
  const dominates = findDominatorsWhenAsked(subject);
  const doubtful = doubtfulVariables(subject, uses, dominates).slice(0, MAXIMUM_DOUBTFUL);
  let findings: Finding[] = [];
  for (let from = 0; from < doubtful.length; from += CHUNK) {
    findings = findings.concat(followChunk(subject, uses, doubtful.slice(from, from + CHUNK), dominates));
  }
  return findings.toSorted((a, b) => a.at - b.at);
}

/** Most functions never ask. */
function findDominatorsWhenAsked({ graph }: Subject): Dominates {
  let dominates: Dominates | undefined;
  return (outer, inner) => (dominates ??= findDominators(graph))(outer, inner);
}

/** How many variables are followed at once: each has a bit for 'may be unbound' and one for 'may be bound'. */
const CHUNK = 15;

/**
 * Of the variables of one function that need following, so many are followed; of the others nothing is said. Without a
 * bound the time would be the product of variables and blocks.
 */
const MAXIMUM_DOUBTFUL = 64 * CHUNK;

/**
 * All variables but those that are never deleted and whose first store comes before every read, whatever the path.
 *
 * Errors that leave a block half run need no care here: the path that they take to a handler begins with one to its
 * `SETUP_TRY`, and so leads through all blocks that dominate that, to their ends.
 */
function doubtfulVariables(
  { graph }: Subject,
  { followed, starts, use, variable }: VariableUses,
  dominates: Dominates,
): number[] {
  const isDoubtful = new Uint8Array(followed.length);
  const firstStore = new Int32Array(followed.length).fill(-1);
  const exposedReads: { variable: number; block: number }[] = [];
  // The first block dominates all others, and comes first in the order.
  const [entry] = graph.order;
  for (const block of graph.order) {
    for (let index = starts[block]; index < starts[block + 1]; index++) {
      const number = variable[index];
      if (number < 0) continue;
      if (use[index] === Use.Unassign) isDoubtful[number] = 1;
      if (use[index] === Use.Assign && firstStore[number] < 0) firstStore[number] = block;
      const isExposed = use[index] === Use.Read && firstStore[number] !== block && firstStore[number] !== entry;
      if (isExposed && !followed[number].isBoundOnEntry) exposedReads.push({ variable: number, block });
    }
  }
  for (const read of exposedReads) {
    const store = firstStore[read.variable];
    if (store < 0 || store === read.block || !dominates(store, read.block)) isDoubtful[read.variable] = 1;
  }
  return followed.flatMap((_, number) => (isDoubtful[number] === 1 ? [number] : []));
}

/**
 * Follows a chunk of variables: bit i of a state says that the i-th may be unbound, bit `CHUNK + i` that it may be bound.
 * A variable that has been read is bound from there on, so that one mistake is told once; all are behind what nobody can read.
 */
function followChunk(subject: Subject, uses: VariableUses, chunk: readonly number[], dominates: Dominates): Finding[] {
  const { graph, handlers } = subject;
  const { followed, starts } = uses;
  const bits = new Int32Array(followed.length);
  const allBound = ((1 << chunk.length) - 1) << CHUNK;
  let entry = 0;
  let assignedByCalls = 0;
  chunk.forEach((number, index) => {
    bits[number] = 1 << index;
    entry |= followed[number].isBoundOnEntry ? 1 << (CHUNK + index) : 1 << index;
    if (followed[number].isAssignedByCalls) assignedByCalls |= 1 << index;
  });

  const step = (state: number, index: number): number => {
    if (uses.use[index] === Use.Fail) return state;
    if (uses.use[index] === Use.Anything) return allBound;
    const variable = uses.variable[index];
    const bit = variable < 0 ? assignedByCalls : bits[variable];
    const boundBit = bit << CHUNK;
    return uses.use[index] === Use.Unassign ? (state | bit) & ~boundBit : (state | boundBit) & ~bit;
  };
  const states = solveForward<number>(graph, {
    entry,
    anywhere: allBound,
    transfer(block, state, send) {
      let after = state;
      for (let index = starts[block]; index < starts[block + 1]; index++) {
        after = step(after, index);
        if (uses.use[index] !== Use.Fail) continue;
        for (const setup of setupsOf(handlers, block)) if (graph.jump[setup] >= 0) send(graph.jump[setup], after);
      }
      const { next, jump } = graph;
      if (next[block] >= 0) send(next[block], after);
      if (jump[block] >= 0 && !endsInSetup(subject, block)) send(jump[block], after);
    },
    join: (known, incoming) => known | incoming,
  });

  const findings: Finding[] = [];
  for (const block of graph.order) {
    let state = states[block] ?? 0;
    for (let index = starts[block]; index < starts[block + 1]; index++) {
      const variable = uses.variable[index];
      const bit = variable < 0 ? 0 : bits[variable];
      if (uses.use[index] === Use.Read && (state & bit) !== 0) {
        const isUnboundAt = (at: number): boolean => ((states[at] ?? 0) & bit) !== 0;
        const always = (state & (bit << CHUNK)) === 0;
        findings.push(report(subject, uses, { use: index, always, isUnboundAt, dominates }));
      }
      state = step(state, index);
    }
  }
  return findings;
}

function endsInSetup({ code, graph }: Subject, block: number): boolean {
  return code.opcodes[lastInstruction(graph, block)] === Op.SETUP_TRY;
}

function report(subject: Subject, uses: VariableUses, unbound: UnboundUse): Finding {
  return {
    kind: 'variable-maybe-unassigned',
    function: subject.index,
    at: uses.at[unbound.use],
    part: 'operand',
    parameters: { name: uses.followed[uses.variable[unbound.use]].name, always: unbound.always },
    related: wayUnassigned(subject, uses, unbound),
  };
}
