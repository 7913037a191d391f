/** What has been asked for and is on its way. */
export class Arrivals {
  private count = 0;
  private waiting: (() => void)[] = [];
  private readonly onSettled: (() => void)[] = [];

  /** Whether anything is yet to come: what is said now is said without it. */
  get areExpected(): boolean {
    return this.count > 0;
  }

  /** Calls back whenever the last of what was on its way has come. */
  listen(listener: () => void): void {
    this.onSettled.push(listener);
  }

  /** One thing more is on its way, until the promise is settled; it must not fail. */
  expect(arrival: Promise<void>): void {
    this.count++;
    void arrival.finally(() => this.arrived());
  }

  /** Resolves when nothing is on its way, after the listeners were called. */
  async settled(): Promise<void> {
    if (this.areExpected) await new Promise<void>(resolve => this.waiting.push(resolve));
  }

  private arrived(): void {
    if (--this.count > 0) return;
    for (const listener of this.onSettled) listener();
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
