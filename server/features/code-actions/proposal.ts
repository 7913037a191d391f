import type { CodeActionKind } from 'vscode-languageserver';
import type { Diagnostic } from '../../../vm/index.ts';
import type { OffsetEdit } from '../../text-edits.ts';

/** A change of the file that may be offered, once it is proved (`proof.ts`) that it does what it says. */
export interface Proposal {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly edits: readonly OffsetEdit[];
  /** What it mends: afterwards that is not said any more. */
  readonly mends?: Diagnostic;
  /** Whether it is the one to take when there are several. */
  readonly isPreferred?: boolean;
  /**
   * What it keeps: `instructions` means that afterwards the program has the very same ones; `meaning` that it may have others
   * that do the same.
   */
  readonly keeps?: 'instructions' | 'meaning';
  /** Whether it takes something away, so that what only that used may turn out to be unused. */
  readonly removes?: boolean;
  /** Whether it corrects a word, and so brings to light what could not be seen behind the mistake: findings of any kind. */
  readonly reveals?: boolean;
}
