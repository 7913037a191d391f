import { Op, instructionOf } from '../../isa/index.ts';
import { operandUse } from '../operands.ts';
import { Signature } from '../signature.ts';
import { Malformed } from './malformed.ts';
import type { FunctionOutline, Outline, SiteOutline } from './outline.ts';

/** Checks calls and what is made: that it is in scope, and that the values on the stack may fit it. */
export class SiteChecker {
  private readonly outline: Outline;
  private readonly signatures = new Map<number, Signature>();

  constructor(outline: Outline) {
    this.outline = outline;
  }

  /** Checks all sites of a function; gives the blocks of what they name. */
  check(place: number): ReadonlySet<number> {
    const { blocks, functionBlocks, classBlocks } = this.outline;
    const code = blocks[place] as FunctionOutline;
    const callees = new Set<number>();
    for (let at = 0; at < code.opcodes.length; at++) {
      if (operandUse(code.opcodes[at]) !== 'site') continue;
      const site = code.sites[code.operands[at]];
      if (site.callee === null || 'name' in site.callee) continue;
      const callee = (site.callee.kind === 'function' ? functionBlocks : classBlocks)[site.callee.index];
      if (!callees.has(callee)) this.checkScope(place, callee, site);
      callees.add(callee);
      if (site.callee.kind === 'function') this.checkArguments(code.opcodes[at], callee, site);
    }
    return callees;
  }

  /** What is named stands in the function itself or in one around it; methods are seen by nobody. */
  private checkScope(place: number, callee: number, { offset }: SiteOutline): void {
    const { blocks } = this.outline;
    const home = blocks[callee].parent;
    let at = place;
    while (at > home) at = blocks[at].parent;
    if (at !== home || blocks[home].kind === 'class') {
      throw new Malformed(offset, 'a function or class in scope', blocks[callee].name);
    }
  }

  private checkArguments(opcode: number, callee: number, { countOffset, count, names }: SiteOutline): void {
    const { name, parameters } = this.outline.blocks[callee] as FunctionOutline;
    let signature = this.signatures.get(callee);
    if (signature === undefined) {
      signature = new Signature(parameters.map(each => ({ ...each, hasDefault: each.defaultValue !== undefined })));
      this.signatures.set(callee, signature);
    }
    if (opcode === Op.MAKE_FUNC) {
      const most = signature.defaultableCount;
      if (count > most) throw new Malformed(countOffset, `a count of defaults from 0 to ${most}`, String(count));
      return;
    }
    const problem = signature.argumentProblem(name, count - names.length, names);
    if (problem !== undefined) {
      throw new Malformed(countOffset, `arguments that fit for ${instructionOf(opcode)?.mnemonic ?? ''}`, problem);
    }
  }
}
