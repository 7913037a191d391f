import { expect, test } from 'vitest';
import { codePointAtIndex, codePointLength, indexOfUnit, unitOfIndex } from '../../vm/runtime/values/code-points.ts';
import { RandomValues } from './random.ts';

/** What is known about a string is kept for longer ones that begin with it: both must be looked at in turn. */
test('strings that grow, shrink and branch have the length, code points and indices of their code points', () => {
  const random = new RandomValues('growing strings');
  const strings = random.times(6, () => '');
  for (let round = 0; round < 4000; round++) {
    const place = random.below(strings.length);
    strings[place] = nextString(random, strings[place], random.pick(strings));
    const text = random.pick(strings);
    const points = Array.from(text);
    expect(codePointLength(text)).toBe(points.length);
    if (points.length === 0) continue;
    const index = random.below(points.length);
    const unit = points.slice(0, index).join('').length;
    expect(codePointAtIndex(text, index)).toBe(points[index]);
    expect(unitOfIndex(text, index)).toBe(unit);
    expect(indexOfUnit(text, unit)).toBe(index);
    expect(indexOfUnit(text, text.length)).toBe(points.length);
  }
});

function nextString(random: RandomValues, text: string, other: string): string {
  switch (random.below(12)) {
    case 0:
      return other + random.text();
    case 1:
      return Array.from(text).slice(0, -1).join('');
    case 2:
      return text.length > 3000 ? '' : text + random.pick(['\ud83d', '\ude00']);
    case 3:
      return text + 'x'.repeat(random.below(70));
    default:
      return text + random.text();
  }
}
