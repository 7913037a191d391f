import { disassembleInstructions, tokenText, type Analysis, type FunctionIndex, type Program } from '../vm/index.ts';

/** An instruction as people see it in a trace. */
export interface InstructionText {
  /** 1-based; 0 where it is not known. */
  readonly line: number;
  readonly text: string;
}

/** Gives the text of an instruction. */
export type InstructionTexts = (index: FunctionIndex, at: number) => InstructionText;

/** Instructions as they are written in the source, each read once. */
export function textsOfSource(analysis: Analysis): InstructionTexts {
  return remembered((index, at) => {
    const { module, scope } = analysis.scopeOfFunction(index);
    const { tree } = module;
    const statement = module.scopes[scope].instructions[at];
    const head = tree.statementHeads[statement];
    let text = tokenText(tree, head).toUpperCase();
    for (let token = head + 1; token < tree.statementEnds[statement]; token++) text += ` ${tokenText(tree, token)}`;
    return { line: tree.statementLines[statement] + 1, text };
  });
}

/** Instructions as the disassembler writes them, with the lines that the program knows. */
export function textsOfProgram(program: Program): InstructionTexts {
  const textOf = disassembleInstructions(program);
  return remembered((index, at) => {
    const { debug } = program.functions[index];
    const source = debug?.source?.lineOf[at];
    return { line: source ?? (debug === null ? 0 : debug.lines[at] + 1), text: textOf(index, at) };
  });
}

function remembered(read: InstructionTexts): InstructionTexts {
  const known: Map<number, InstructionText>[] = [];
  return (index, at) => {
    const ofFunction = (known[index] ??= new Map<number, InstructionText>());
    let text = ofFunction.get(at);
    if (text === undefined) ofFunction.set(at, (text = read(index, at)));
    return text;
  };
}
