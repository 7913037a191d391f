/** The outside world, as a running program sees it. */
export interface Host {
  /** Program output, in order; any text, line ends as `\n`. */
  write(text: string): void;
  /**
   * The next line of input without its line end; `null` at the end of input; `undefined` when it is not there yet: the
   * machine then stops with `input`, and tries again when it is resumed.
   */
  readLine(): string | null | undefined;
  /** A clock in milliseconds, for statistics only: nothing that a program does depends on it. */
  now?(): number;
}
