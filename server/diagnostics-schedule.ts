import type { Documents } from './documents.ts';
import { afterMessages } from './turns.ts';

/** Between two keystrokes it is not waited longer than this, however long an analysis takes. */
const MAXIMUM_DELAY_MILLISECONDS = 300;

/** An edit that costs less is answered at once, however fast someone types. */
const PROMPT_MILLISECONDS = 15;

/**
 * When to say what is wrong: at once, when all messages that have come are read. Only where an edit costs much it is waited, while
 * someone types, until the typing rests for about as long as an analysis takes.
 */
export class DiagnosticsSchedule {
  private readonly documents: Documents;
  private readonly refresh: (file: string, isOwnChange: boolean) => void;
  private readonly stateOf: (file: string) => string;
  /** What was told last of each open file, by its name, and the version of its own text. */
  private readonly told = new Map<string, { readonly state: string; readonly version: number }>();
  private callOff: () => void = () => {};
  private lastCost = 0;
  /** When a text was last changed or looked at, in milliseconds. (Node would have to load `performance` first.) */
  private lastActive = 0;

  /**
   * `refresh` is called for an open file when what is said of it has changed, by its own text or by that of an import or importer;
   * `stateOf` gives a name to what is said.
   */
  constructor(
    documents: Documents,
    stateOf: (file: string) => string,
    refresh: (file: string, isOwnChange: boolean) => void,
  ) {
    this.documents = documents;
    this.stateOf = stateOf;
    this.refresh = refresh;
  }

  /** To be called after any text has changed. */
  textChanged(): void {
    this.callOff();
    const isPrompt = this.lastCost < PROMPT_MILLISECONDS;
    const pause = isPrompt ? 0 : Math.min(this.lastCost, MAXIMUM_DELAY_MILLISECONDS);
    const isFirst = Date.now() - this.lastActive > pause;
    this.lastActive = Date.now();
    this.callOff = isFirst || pause === 0 ? afterMessages(() => this.next()) : after(pause, () => this.next());
  }

  /** To be called when everything is to be told anew, though no text has changed. */
  tellAgain(): void {
    this.told.clear();
    this.textChanged();
  }

  /** To be called when a client has asked for itself, and was told `state`: what changes then it does not know. */
  asked(file: string, state: string): void {
    const open = this.documents.openFiles().find(each => each.file === file);
    if (open !== undefined) this.told.set(file, { state, version: open.version });
  }

  closed(file: string): void {
    this.told.delete(file);
  }

  stop(): void {
    this.callOff();
  }

  /** One file a turn: requests that have come meanwhile go first. */
  private next(): void {
    for (const { file, version } of this.documents.openFiles()) {
      const told = this.told.get(file);
      const start = Date.now();
      const state = this.stateOf(file);
      if (told?.state === state) continue;
      this.told.set(file, { state, version });
      this.refresh(file, told?.version !== version);
      this.lastActive = Date.now();
      // What it cost to open a file says nothing of edits.
      this.lastCost = told === undefined ? 0 : this.lastActive - start;
      this.callOff = afterMessages(() => this.next());
      return;
    }
  }
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
