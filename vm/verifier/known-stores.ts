import type { FunctionCode } from '../bytecode/index.ts';
import { Op } from '../isa/index.ts';
import type { Finding } from './report.ts';

/**
 * Whether a finding holds only as long as it is known which variables the program stores: not while a mistake may be a store of any of them.
 * Nothing else depends on that, so nobody verifies a program anew when such a mistake comes or goes.
 */
export function needsKnownStores(finding: Finding, { opcodes, operands, variables }: FunctionCode): boolean {
  if (finding.kind === 'variable-never-assigned') return !finding.parameters.isLocal;
  if (finding.kind !== 'variable-maybe-unassigned') return false;
  return variables[operands[finding.at]].scope !== 'local' || opcodes[finding.at] === Op.LOAD_VAR;
}
