/** Ids of the errors that this adapter answers with; a client may tell them apart by these. */
export const ERROR_IDS = {
  badArgument: 1001,
  unknownRequest: 1002,
  wrongState: 1003,
  notStopped: 1004,
  notAvailable: 1005,
  badLaunchAttribute: 1006,
  cannotLoad: 1007,
  cannotAssemble: 1008,
  internal: 1009,
} as const;

export type ErrorName = keyof typeof ERROR_IDS;

/** A request that cannot be met, for a reason that the client can show: thrown by requests, answered by the session. */
export class RequestError extends Error {
  readonly reason: ErrorName;
  readonly isForUser: boolean;
  readonly link: ErrorLink | null;

  /** @param message One sentence, without a full stop at its end. */
  constructor(reason: ErrorName, message: string, options: { isForUser?: boolean; link?: ErrorLink } = {}) {
    super(message);
    this.reason = reason;
    this.isForUser = options.isForUser ?? false;
    this.link = options.link ?? null;
  }
}

/** Where to read on. */
export interface ErrorLink {
  readonly url: string;
  readonly label: string;
}

/** What is said of an error that is our own mistake. */
export function describeDefect(error: unknown): string {
  return `internal error: ${error instanceof Error ? error.message : String(error)}`;
}
