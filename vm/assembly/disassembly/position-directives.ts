import type { FunctionCode, FunctionDebug } from '../../bytecode/index.ts';
import { stringLiteral } from '../../syntax/index.ts';

/** Says by `.source` and `.line` where what follows comes from, as far as it is not said already. */
export class PositionDirectives {
  private file: string | null = null;
  private line: number | null = null;

  /** The directives before a `.func`. */
  ofDefinition({ debug }: FunctionCode): string[] {
    if (debug === null) return [];
    const { source, definitionLine, file } = debug;
    if (source === null || source.definitionFile < 0) return this.moveTo(file, definitionLine + 1);
    return this.moveTo(source.files[source.definitionFile], source.definitionLine);
  }

  /** The directives before an instruction; before `.end`, or at the end of main, when `at` is the number of instructions. */
  ofInstruction({ debug }: FunctionCode, at: number): string[] {
    if (debug === null) return [];
    const { source, lines, file } = debug;
    if (source === null || source.fileOf[at] < 0) return this.moveTo(file, lines[at] + 1);
    return this.moveTo(source.files[source.fileOf[at]], source.lineOf[at]);
  }

  private moveTo(file: FunctionDebug['file'], line: number): string[] {
    const directives: string[] = [];
    if (file !== this.file) directives.push(`.source ${stringLiteral(file)}`);
    if (line !== this.line) directives.push(`.line ${line}`);
    this.file = file;
    this.line = line;
    return directives;
  }
}
