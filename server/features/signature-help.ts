import type { Position, SignatureHelp } from 'vscode-languageserver';
import { OPERAND_KINDS, showOperand } from '../../vm/index.ts';
import { markup } from '../markup.ts';
import { signatureOf } from '../signature.ts';
import type { Snapshot } from '../snapshot.ts';
import { functionOperand } from './completion/callee.ts';
import { completionContext } from './completion/context.ts';

/** The operands of the instruction that the cursor is in, and of a call what the function takes. */
export function signatureHelp(snapshot: Snapshot, position: Position): SignatureHelp | null {
  const { module } = snapshot.analysis;
  const context = completionContext(module, snapshot.positions.toPlace(module.tree, position));
  if (context?.kind !== 'operand' || context.instruction.operands.length === 0) return null;
  const { instruction, index } = context;
  const operands = instruction.operands.map(operand => ({
    label: showOperand(operand),
    documentation: OPERAND_KINDS[operand.kind].description,
  }));
  const callee = functionOperand(module, context);
  const scope = callee?.module.scopes[callee.module.symbols[callee.symbol].ownScope];
  const documentation = scope && markup(`\`.func ${signatureOf(scope)}\``, snapshot.client.hasMarkdownHover);
  return {
    signatures: [
      {
        label: [instruction.mnemonic, ...operands.map(operand => operand.label)].join(' '),
        documentation: documentation ?? `${instruction.summary}.`,
        parameters: operands,
      },
    ],
    activeSignature: 0,
    activeParameter: Math.min(index, operands.length - 1),
  };
}
