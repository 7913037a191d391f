import { instructionMeaning, instructionSignature, type Analysis } from '../../../vm/index.ts';
import type { InstructionPlace } from '../../cursor.ts';
import { codeBlock, paragraphs } from '../../markup.ts';
import { heightText, poppedNames, stackBefore, stackPicture } from '../../stack-text.ts';

/** An instruction: its picture, what is on the stack here, and what it means; text stands between the two pictures. */
export function hoverInstruction(analysis: Analysis, place: InstructionPlace): string {
  const { instruction } = place;
  const signature = codeBlock('text', instructionSignature(instruction));
  return paragraphs([signature, stackHere(analysis, place), instructionMeaning(instruction)]);
}

function stackHere(analysis: Analysis, place: InstructionPlace): string {
  const { module } = analysis;
  const stack = stackBefore(analysis, module, place);
  if (stack === undefined) return module.scopes[place.scope].isBroken ? '' : 'No path leads here.';
  if (stack.maximumHeight === 0) return 'Stack here: empty';
  const picture = stackPicture(module, place.scope, stack, poppedNames(module, place));
  const heading = `Stack here: ${heightText(stack)}`;
  return picture === '' ? heading : `${heading}, top first\n\n${codeBlock('text', picture)}`;
}
