import { test } from 'vitest';
import { Float, format } from '../../vm/runtime/values/index.ts';
import { expectAgreement, type Subject } from './oracle.ts';
import { NASTY_FLOATS, RandomValues } from './random.ts';

const FORMAT: Subject = { name: 'format', run: format };

test('format agrees with CPython for specs that are right', () => {
  const random = new RandomValues('format');
  expectAgreement(random.times(12_000, () => ({ subject: FORMAT, values: [random.value(), spec(random)] })));
});

test('format agrees with CPython for specs that are wrong', () => {
  const random = new RandomValues('wrong format');
  const pieces = [...'<>=^+- z#0123,_.bcdeEfFgGnosxX%', 'é', '٣', '😀', '\0', '99', '10'];
  expectAgreement(
    random.times(8_000, () => ({
      subject: FORMAT,
      values: [random.value(), withoutHugeWidth(random.times(random.below(6), () => random.pick(pieces)).join(''))],
    })),
  );
});

/** A width that CPython has memory for, and this machine has not. */
function withoutHugeWidth(spec: string): string {
  return spec.replaceAll(/\d{8,}/g, digits => digits.slice(0, 7));
}

test('format agrees with CPython in the far corners', () => {
  const random = new RandomValues('long format');
  expectAgreement([
    ...random.times(300, () => ({
      subject: FORMAT,
      values: [random.float(), `.${random.below(1200)}${random.pick([...'efg%', ''])}`],
    })),
    // The shortest digits of some of these are a power of ten just above them.
    ...NASTY_FLOATS.flatMap(value =>
      [1, 2, 14, 15, 16, 17, 18, 25].map(digits => ({ subject: FORMAT, values: [new Float(value), `.${digits}g`] })),
    ),
    ...['.99999999999', '99999999999999999999', '.99999999999999999999f', '.2147483648f'].map(text => ({
      subject: FORMAT,
      values: [random.float(), text],
    })),
  ]);
});

/** Mostly one that some type accepts. */
function spec(random: RandomValues): string {
  const maybe = (one: () => string): string => (random.below(2) ? one() : '');
  return (
    maybe(() => maybe(() => random.character()) + random.pick([...'<>=^'])) +
    maybe(() => random.pick([...'+- '])) +
    (random.below(8) ? '' : 'z') +
    (random.below(4) ? '' : '#') +
    (random.below(4) ? '' : '0') +
    maybe(() => String(random.below(30))) +
    (random.below(3) ? '' : random.pick([',', '_'])) +
    maybe(() => `.${random.below(random.pick([5, 20, 40]))}`) +
    maybe(() => random.pick([...'bcdeEfFgGnosxX%']))
  );
}
