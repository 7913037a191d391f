import {
  MAIN,
  blocksOf,
  declaredNames,
  type FunctionCode,
  type Program,
  type ProgramBlock,
} from '../../bytecode/index.ts';
import { parse, stringLiteral } from '../../syntax/index.ts';
import { formatText } from '../formatter.ts';
import { calleeNames, callableNames } from './callable-names.ts';
import { instructionText, type CalleeNames } from './instruction-text.ts';
import { labelsOf, type LabelNames } from './label-names.ts';
import { parametersText } from './parameters-text.ts';
import { PositionDirectives } from './position-directives.ts';

/**
 * Text that assembles to the same program, in the one style of the formatter: the same bytes in a `.bc` file. Comments tell the
 * index of each instruction. Functions and classes come first in each scope, and its instructions behind them.
 *
 * What a program does not hold is chosen: the names behind `.func` and `.class` are those that are shown where that is
 * possible. Without debug information labels are named after the instructions that they stand for; with it, `.source`
 * and `.line` say where everything comes from.
 */
export function disassemble(program: Program): string {
  return formatText(parse(new Disassembler(program).write()));
}

class Disassembler {
  private readonly program: Program;
  private readonly blocks: readonly ProgramBlock[];
  private readonly names: readonly string[];
  private readonly callees: CalleeNames;
  private readonly positions = new PositionDirectives();
  private readonly lines: string[] = [];

  constructor(program: Program) {
    this.program = program;
    this.blocks = blocksOf(program);
    this.names = callableNames(program, this.blocks);
    this.callees = calleeNames(this.blocks, this.names);
  }

  write(): string {
    this.lines.push(`; ${summary(this.program)}`, '');
    const open: number[] = [];
    for (const [place, { parent }] of this.blocks.entries()) {
      while (open.length > 0 && open[open.length - 1] !== parent) this.close(open.pop() as number);
      this.open(place);
      open.push(place);
    }
    while (open.length > 0) this.close(open.pop() as number);
    return this.lines.join('\n');
  }

  private open(place: number): void {
    const { kind, index } = this.blocks[place];
    if (kind === 'main') return;
    const name = this.names[place];
    if (kind === 'class') {
      this.lines.push(`.class ${name}`);
      this.writeShownName(name, this.program.classes[index].name);
      return;
    }
    const code = this.program.functions[index];
    this.lines.push(...this.positions.ofDefinition(code), ['.func', name, ...parametersText(code)].join(' '));
    this.writeShownName(name, code.name);
    const { globals, nonlocals } = declaredNames(code);
    if (globals.length > 0) this.lines.push(`.global ${globals.join(' ')}`);
    if (nonlocals.length > 0) this.lines.push(`.nonlocal ${nonlocals.join(' ')}`);
  }

  private close(place: number): void {
    const { kind, index, parent } = this.blocks[place];
    if (kind !== 'class') this.writeInstructions(this.program.functions[index]);
    if (index !== MAIN || kind === 'class') this.lines.push('.end');
    if (parent === MAIN) this.lines.push('');
  }

  private writeShownName(name: string, shown: string): void {
    if (name !== shown) this.lines.push(`.name ${stringLiteral(shown)}`);
  }

  private writeInstructions(code: FunctionCode): void {
    const labels = labelsOf(code);
    for (let at = 0; at < code.opcodes.length; at++) {
      this.lines.push(...this.positions.ofInstruction(code, at));
      this.lines.push(`${labelsText(labels, at)}${instructionText(code, at, labels, this.callees)} ; ${at}`);
    }
    const atEnd = labelsText(labels, code.opcodes.length);
    this.lines.push(...this.positions.ofInstruction(code, code.opcodes.length));
    if (atEnd !== '') this.lines.push(atEnd);
  }
}

function labelsText(labels: LabelNames, at: number): string {
  return (labels.at.get(at) ?? []).map(name => `${name}: `).join('');
}

function summary({ functions, classes }: Program): string {
  const instructionCount = functions.reduce((sum, { opcodes }) => sum + opcodes.length, 0);
  const parts = [
    countOf(functions.length - 1, 'function'),
    countOf(classes.length, 'class', 'classes'),
    countOf(instructionCount, 'instruction'),
  ];
  return `${parts.join(', ')}${functions[MAIN].debug === null ? ', no debug information' : ''}`;
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
