import { changeSign, combineInts } from '../outside/big-ints.ts';
import { equateTop, orderTop } from '../outside/comparisons.ts';
import { divide, raiseToPower } from '../outside/numbers.ts';
import { operate } from '../outside/operate.ts';
import { joinTop, repeatTop } from '../outside/joins.ts';
import { truthAt } from '../outside/truth.ts';
import { NUMBERS, REFERENCES, TAGS, Tag, areSame } from '../slots.ts';
import { areInts, isUnbound, areNumbers, isSafe, setBool, setFloat, setInt } from './macros.ts';

binary('ADD', (left, right, result) => {
  if (areInts(left, right)) {
    const sum = NUMBERS[left] + NUMBERS[right];
    if (isSafe(sum)) {
      setInt(result, sum);
      next();
    }
  } else if (areNumbers(left, right)) {
    setFloat(result, NUMBERS[left] + NUMBERS[right]);
    next();
  }
  perform(joinTop);
});

binary('SUB', (left, right, result) => {
  if (areInts(left, right)) {
    const difference = NUMBERS[left] - NUMBERS[right];
    if (isSafe(difference)) {
      setInt(result, difference);
      next();
    }
  } else if (areNumbers(left, right)) {
    setFloat(result, NUMBERS[left] - NUMBERS[right]);
    next();
  }
  perform(combineInts);
});

binary('MUL', (left, right, result) => {
  if (areInts(left, right)) {
    // An int is never -0.
    const product = NUMBERS[left] * NUMBERS[right] + 0;
    if (isSafe(product)) {
      setInt(result, product);
      next();
    }
  } else if (areNumbers(left, right)) {
    setFloat(result, NUMBERS[left] * NUMBERS[right]);
    next();
  }
  perform(repeatTop);
});

binary('DIV', (left, right, result) => {
  if (areNumbers(left, right) && NUMBERS[right] !== 0) {
    setFloat(result, NUMBERS[left] / NUMBERS[right]);
    next();
  }
  perform(divide);
});

binary('MOD', (left, right, result) => {
  if (areInts(left, right) && NUMBERS[left] >= 0 && NUMBERS[right] > 0) {
    const dividend = NUMBERS[left];
    const divisor = NUMBERS[right];
    const small = dividend | 0;
    const smallDivisor = divisor | 0;
    // On ints of 31 bits the host computes the remainder in one instruction.
    setInt(result, small === dividend && smallDivisor === divisor ? small % smallDivisor : dividend % divisor);
    next();
  }
  perform(divide);
});

binary('FLOOR_DIV', (left, right, result) => {
  if (areInts(left, right) && NUMBERS[left] >= 0 && NUMBERS[right] > 0) {
    // The host rounds the quotient of two safe ints to the nearest number, and never up to the next int.
    setInt(result, Math.floor(NUMBERS[left] / NUMBERS[right]));
    next();
  }
  perform(divide);
});

binary('POW', () => {
  perform(raiseToPower);
});

comparison('LT', (left, right) => {
  if (areNumbers(left, right)) decide(NUMBERS[left] < NUMBERS[right]);
  perform(orderTop);
});

comparison('LE', (left, right) => {
  if (areNumbers(left, right)) decide(NUMBERS[left] <= NUMBERS[right]);
  perform(orderTop);
});

comparison('GT', (left, right) => {
  if (areNumbers(left, right)) decide(NUMBERS[left] > NUMBERS[right]);
  perform(orderTop);
});

comparison('GE', (left, right) => {
  if (areNumbers(left, right)) decide(NUMBERS[left] >= NUMBERS[right]);
  perform(orderTop);
});

comparison('EQ', (left, right) => {
  if (areNumbers(left, right)) decide(NUMBERS[left] === NUMBERS[right]);
  if (TAGS[left] === Tag.String && TAGS[right] === Tag.String) decide(REFERENCES[left] === REFERENCES[right]);
  perform(equateTop);
});

comparison('NE', (left, right) => {
  if (areNumbers(left, right)) decide(NUMBERS[left] !== NUMBERS[right]);
  if (TAGS[left] === Tag.String && TAGS[right] === Tag.String) decide(REFERENCES[left] !== REFERENCES[right]);
  perform(equateTop);
});

instruction('NEGATE', () => {
  const top = sp - 1;
  // An int is never -0.
  if (TAGS[top] === Tag.Float || (TAGS[top] === Tag.Int && NUMBERS[top] !== 0)) {
    NUMBERS[top] = -NUMBERS[top];
    next();
  }
  perform(changeSign);
});

instruction('BIT_NOT', () => {
  const top = sp - 1;
  if (TAGS[top] === Tag.Int && isSafe(NUMBERS[top] + 1)) {
    NUMBERS[top] = -1 - NUMBERS[top];
    next();
  }
  perform(changeSign);
});

instruction('NOT', () => {
  const top = sp - 1;
  const truth = truthAt(top);
  if (truth < 0) perform(operate);
  setBool(top, truth === 0);
  next();
});

binary('BIT_AND', (left, right, result) => {
  if (areInts(left, right)) {
    const small = NUMBERS[left] | 0;
    const other = NUMBERS[right] | 0;
    if (small === NUMBERS[left] && other === NUMBERS[right]) {
      setInt(result, small & other);
      next();
    }
  }
  perform(combineInts);
});

binary('BIT_OR', (left, right, result) => {
  if (areInts(left, right)) {
    const small = NUMBERS[left] | 0;
    const other = NUMBERS[right] | 0;
    if (small === NUMBERS[left] && other === NUMBERS[right]) {
      setInt(result, small | other);
      next();
    }
  }
  perform(combineInts);
});

binary('BIT_XOR', (left, right, result) => {
  if (areInts(left, right)) {
    const small = NUMBERS[left] | 0;
    const other = NUMBERS[right] | 0;
    if (small === NUMBERS[left] && other === NUMBERS[right]) {
      setInt(result, small ^ other);
      next();
    }
  }
  perform(combineInts);
});

binary('SHIFT_RIGHT', (left, right, result) => {
  if (areInts(left, right) && NUMBERS[right] >= 0 && NUMBERS[right] < 32) {
    const small = NUMBERS[left] | 0;
    if (small === NUMBERS[left]) {
      setInt(result, small >> NUMBERS[right]);
      next();
    }
  }
  perform(combineInts);
});

binary('SHIFT_LEFT', (left, right, result) => {
  if (areInts(left, right) && NUMBERS[right] >= 0 && NUMBERS[right] < 31) {
    const shifted = NUMBERS[left] * (1 << NUMBERS[right]);
    if (isSafe(shifted)) {
      setInt(result, shifted);
      next();
    }
  }
  perform(combineInts);
});

comparison('IS', (left, right) => {
  if (TAGS[right] === Tag.None && !isUnbound(left)) decide(TAGS[left] === Tag.None);
  // A global that nothing has bound may be a built-in: that is found where it is loaded.
  if (!isUnbound(left) && !isUnbound(right)) decide(areSame(left, right));
});
