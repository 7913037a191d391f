import { instructionMeaning, instructionSignature } from '../../../vm/index.ts';
import type { InstructionPlace } from '../../cursor.ts';
import { verifiedFacts } from '../../function-facts.ts';
import { valueKinds, withKinds } from '../../kind-inference.ts';
import { codeBlock, paragraphs } from '../../markup.ts';
import type { Programs } from '../../program-names.ts';
import { referenceLink } from '../../reference-link.ts';
import type { Snapshot } from '../../snapshot.ts';
import { heightText, poppedNames, stackPicture } from '../../stack-text.ts';
import { effectText } from './effect.ts';

/** An instruction: its picture, the same with the values of this program, what is on the stack here, and what it means. */
export function hoverInstruction(snapshot: Snapshot, place: InstructionPlace, programs: Programs): string {
  const { instruction } = place;
  const signature = codeBlock('text', instructionSignature(instruction));
  return paragraphs([
    signature,
    stackHere(snapshot, place, programs),
    instructionMeaning(instruction),
    referenceLink(snapshot, instruction.mnemonic),
  ]);
}

function stackHere({ analysis }: Snapshot, place: InstructionPlace, programs: Programs): string {
  const { module } = analysis;
  const facts = verifiedFacts(analysis, module, place.scope);
  const stack = place.index < 0 ? undefined : facts?.stackBefore(place.index);
  if (facts === undefined) return '';
  if (stack === undefined) return 'No path leads here.';
  const kinds = valueKinds(analysis, programs);
  const effect = effectText(facts, { ...place, module }, stack, kinds);
  const picture = stackPicture(module, place.scope, withKinds(kinds, place.scope, stack), poppedNames(module, place));
  const heading = stack.maximumHeight === 0 ? 'Stack here: empty' : `Stack here: ${heightText(stack)}`;
  return paragraphs([
    effect === '' ? '' : codeBlock('text', effect),
    picture === '' ? heading : `${heading}, top first`,
    picture === '' ? '' : codeBlock('text', picture),
  ]);
}
