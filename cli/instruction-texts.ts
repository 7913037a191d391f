import { tokenText, type Analysis, type FunctionIndex } from '../vm/index.ts';

/** Instructions as they are written in the source, each read once. */
export class InstructionTexts {
  private readonly analysis: Analysis;
  private readonly known: Map<number, InstructionText>[] = [];

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  of(index: FunctionIndex, at: number): InstructionText {
    const known = (this.known[index] ??= new Map<number, InstructionText>());
    let text = known.get(at);
    if (text === undefined) {
      text = this.read(index, at);
      known.set(at, text);
    }
    return text;
  }

  private read(index: FunctionIndex, at: number): InstructionText {
    const { module, scope } = this.analysis.scopeOfFunction(index);
    const { tree } = module;
    const statement = module.scopes[scope].instructions[at];
    const head = tree.statementHeads[statement];
    let text = tokenText(tree, head).toUpperCase();
    for (let token = head + 1; token < tree.statementEnds[statement]; token++) text += ` ${tokenText(tree, token)}`;
    return { line: tree.statementLines[statement] + 1, text };
  }
}

export interface InstructionText {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}
