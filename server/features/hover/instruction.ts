import { instructionReference, type Analysis } from '../../../vm/index.ts';
import type { InstructionPlace } from '../../cursor.ts';
import { codeBlock, paragraphs } from '../../markup.ts';
import { heightText, poppedNames, stackBefore, stackPicture } from '../../stack-text.ts';

/** An instruction: the reference, and above it what is on the stack here. */
export function hoverInstruction(analysis: Analysis, place: InstructionPlace): string {
  return paragraphs([stackHere(analysis, place), instructionReference(place.instruction)]);
}

function stackHere(analysis: Analysis, place: InstructionPlace): string {
  const { module } = analysis;
  const stack = stackBefore(analysis, module, place);
  if (stack === undefined) return '';
  if (stack.maximumHeight === 0) return 'Stack here: empty';
  const picture = stackPicture(module, place.scope, stack, poppedNames(module, place));
  const heading = `Stack here: ${heightText(stack)}`;
  return picture === '' ? heading : `${heading}, top first\n\n${codeBlock('text', picture)}`;
}
