import { layOutFrames, operandUse, type FrameLayout, type FrameScope } from '../bytecode/index.ts';
import type { DirectiveName } from '../isa/index.ts';
import { StatementKind } from '../syntax/index.ts';
import type { Binding } from './binding.ts';

/** The frame of each scope: which of its variables are captured, and which it captures. Too many captures are an error. */
export function findFrames(binding: Binding): {
  readonly layouts: readonly FrameLayout[];
  readonly handedOver: number;
} {
  // Most functions hold no other, and have nothing to capture.
  const uses = binding.scopes.length > 2 ? readUses(binding) : undefined;
  const scopes = binding.scopes.map(({ kind, parent, variables, parameters }, scope): FrameScope => {
    const { callees, usesSuper, nonlocals } = uses?.[scope] ?? NO_USES;
    const names = [...variables.keys()];
    return { kind, parent, variables: names, parameterCount: parameters.length, callees, usesSuper, nonlocals };
  });
  const { layouts, overflow, handedOver } = layOutFrames(scopes);
  if (overflow >= 0) {
    const head = binding.tree.statementHeads[binding.tree.blocks[overflow].open];
    const reason = `captures too much: with its variables, calls hand over more cells than a program may have`;
    binding.error('misplaced', overflow, head, { word: DIRECTIVE, reason });
  }
  return { layouts, handedOver };
}

const DIRECTIVE: DirectiveName = '.func';

type Uses = Pick<FrameScope, 'callees' | 'usesSuper'> & { readonly nonlocals: Map<string, number> };

const NO_USES: Uses = { callees: new Set(), usesSuper: false, nonlocals: new Map() };

/** What the instructions of each scope use of other scopes. */
function readUses(binding: Binding): Uses[] {
  const { tree } = binding;
  const callees = binding.scopes.map(() => new Set<number>());
  const uses = binding.scopes.map(({ usesSuper }, scope): Uses => {
    return { callees: callees[scope], usesSuper, nonlocals: new Map() };
  });
  for (let statement = 0; statement < tree.statementCount; statement++) {
    const operand = tree.statementHeads[statement] + 1;
    if (tree.statementKinds[statement] !== StatementKind.Instruction || operand >= tree.statementEnds[statement])
      continue;
    const symbol = binding.symbols[binding.tokenSymbols[operand]];
    if (symbol === undefined) continue;
    const scope = binding.statementScopes[statement];
    switch (operandUse(tree.statementCodes[statement])) {
      case 'site':
        if (symbol.ownScope >= 0) callees[scope].add(symbol.ownScope);
        break;
      case 'variable':
        if (symbol.scope !== scope && (symbol.kind === 'local' || symbol.kind === 'parameter'))
          uses[scope].nonlocals.set(symbol.name, symbol.scope);
        break;
    }
  }
  return uses;
}
