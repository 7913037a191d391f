import { runEmptyTurns } from './empty-turns.ts';
import { runLoop } from './generated/loop.ts';
import { REGISTERS, Register } from './registers.ts';
import { runSteps } from './stepping.ts';
import { takeWords } from './taken-words.ts';
import { keepArraysYoung } from './young-arrays.ts';

/**
 * Which of two ways runs the code next: the loop, all instructions in one function, or the steps, each of them a function.
 *
 * The loop is two to four times as fast once the host has compiled it. That takes the host a tenth of a second, and as long again whenever a
 * program comes to what the loop has not met before; meanwhile it is ten times as slow as the steps, each of which the host
 * compiles by itself, at once, and for good. So they take turns, and both are timed: the faster one goes on, and the
 * other one shows now and then how fast it has become. What they do is the same, word for word.
 */
export class Tiers {
  private readonly loop: Runner;
  private readonly steps: Runner;
  private readonly before: BeforeTurns;
  /** Where only one of them is wanted. */
  only: 'loop' | 'steps' | null = null;
  private isLoopsTurn = true;
  /** Of this turn: the words that are left, those that have run, and how many milliseconds they took. */
  private left = SAMPLE;
  private words = 0;
  private time = 0;
  /** Milliseconds that a word takes by steps, and in the loop while that is ahead. */
  private stepCost = FIRST_STEP_COST;
  private loopCost = 0;
  private isLoopAhead = false;
  /** Whether the loop, which is ahead, has just been much slower than before. */
  private isInDoubt = false;
  /** How many times as long as the loop the steps have while they are ahead: the longer that lasts, the more. */
  private share = FIRST_SHARE;
  /** Turns in which the loop was behind. */
  private losses = 0;
  /** Turns of the loop until the steps are tried again, and how many those were the last time. */
  private turns = 0;
  private patience = 0;

  constructor(loop: Runner, steps: Runner, before: BeforeTurns) {
    this.loop = loop;
    this.steps = steps;
    this.before = before;
  }

  /** Runs as `runLoop` does, at most until a turn is over, by a clock in milliseconds. */
  run(most: number, clock: { now(): number }): boolean {
    const start = clock.now();
    const stopAt = Math.min(most, this.left);
    const isLoop = this.only === null ? this.isLoopsTurn : this.only === 'loop';
    const isAtUnknown = isLoop ? this.loop(stopAt) : this.steps(stopAt);
    this.time += clock.now() - start;
    this.words += REGISTERS[Register.words];
    this.left -= REGISTERS[Register.words];
    if (this.left <= 0) this.endTurn();
    return isAtUnknown;
  }

  private endTurn(): void {
    const cost = this.time / this.words;
    // Without a clock.
    if (cost === 0) this.turnToLoop(LONGEST_LOOP);
    else if (!this.isLoopsTurn) this.afterSteps(cost);
    else if (this.isLoopAhead) this.afterLoopAhead(cost);
    else this.afterLoop(cost);
    this.words = 0;
    this.time = 0;
  }

  private afterSteps(cost: number): void {
    this.stepCost = cost;
    if (this.isLoopAhead && cost >= this.loopCost) this.patience = Math.min(2 * this.patience, LONGEST_PATIENCE);
    else this.isLoopAhead = false;
    this.turns = this.patience;
    this.turnToLoop(SAMPLE);
  }

  /** The loop was behind. */
  private afterLoop(cost: number): void {
    if (cost >= this.stepCost) {
      // So short a turn costs more than its words: to enter compiled code takes as long as hundreds of them.
      const mayBeAhead = cost < NEARLY * this.stepCost || ++this.losses % LOSSES_TO_CLOSER_LOOK === 0;
      if (mayBeAhead && this.words < CLOSER_LOOK) {
        this.turnToLoop(CLOSER_LOOK);
        return;
      }
      this.share = Math.min(this.share * SHARE_GROWTH, MOST_SHARE);
      this.turnToSteps(this.share * this.time);
      return;
    }
    this.isLoopAhead = true;
    this.loopCost = cost;
    this.patience = 1;
    this.turns = 1;
    this.turnToLoop(2 * SAMPLE);
  }

  private afterLoopAhead(cost: number): void {
    if (cost > MUCH_SLOWER * this.loopCost) {
      // The host has collected garbage in this turn, or it has given up the compiled loop: then the next turn is as slow.
      if (!this.isInDoubt) {
        this.isInDoubt = true;
        this.turnToLoop(CLOSER_LOOK);
        return;
      }
      this.loopCost = cost;
      this.patience = 1;
      this.turns = 0;
    }
    this.isInDoubt = false;
    this.loopCost += (cost - this.loopCost) / 4;
    if (this.turns-- > 0) this.turnToLoop(Math.min(2 * this.words, LONGEST_LOOP));
    else this.turnToSteps(this.loopCost * this.words);
  }

  private turnToLoop(words: number): void {
    this.isLoopsTurn = true;
    this.left = words;
    this.before.loop(words, this.isLoopAhead && this.loopCost < COMPILED_COST);
  }

  /** Gives the steps about so many milliseconds. */
  private turnToSteps(time: number): void {
    this.isLoopsTurn = false;
    this.before.steps();
    this.left = Math.ceil(Math.max(SAMPLE, Math.min(time / this.stepCost, MOST_STEPS)));
  }
}

/** Words of the first turns. */
const SAMPLE = 400;
/** Of one that shows more exactly how fast the loop is. */
const CLOSER_LOOK = 2_000;
const LOSSES_TO_CLOSER_LOOK = 16;
/** A loop that costs less than so many times as much as the steps may be ahead in a longer turn. */
const NEARLY = 4;
/** So many times as much as before is no noise. */
const MUCH_SLOWER = 3;
/** Words of a turn at most. Those of the loop are short, so that its compiled code is taken up soon, and given up unnoticed for a millisecond at most. */
const LONGEST_LOOP = 20_000;
const MOST_STEPS = 100_000;
const FIRST_SHARE = 3;
const SHARE_GROWTH = 1.016;
const MOST_SHARE = 30;
const LONGEST_PATIENCE = 256;
const FIRST_STEP_COST = 50e-6;
/** Milliseconds that a word takes at most in the compiled loop, and at least in one that is not. */
const COMPILED_COST = 40e-6;

/** Runs at least so many words; `runLoop` says more. */
type Runner = (stopAt: number) => boolean;

/** What is done before each turn, where the registers stay as they are. */
interface BeforeTurns {
  loop(words: number, isCompiled: boolean): void;
  steps(): void;
}

/** Of this process, as the loop and the steps are. */
export const tiers = new Tiers(runLoop, runSteps, {
  loop(words, isCompiled) {
    takeWords(isCompiled);
    runEmptyTurns(runLoop);
    keepArraysYoung(words);
  },
  steps: () => runEmptyTurns(runSteps),
});
