/**
 * Calls that the daemon was asked for and that nobody waits for any more, because the work was cancelled. A connection that
 * is closed does not take a call back: the daemon goes on, and a container whose start was under way runs a moment later.
 * Whoever looks at the host next waits for them first. See docs/decisions/0019.
 */
export class CallsUnderWay {
  private readonly calls = new Set<Promise<unknown>>();

  /** Remembers a call until it has ended, in whatever way. */
  add(call: Promise<unknown>): void {
    const ended = call.then(
      () => undefined,
      () => undefined,
    );
    this.calls.add(ended);
    void ended.then(() => this.calls.delete(ended));
  }

  /** Waits for all of them, `mostMs` milliseconds at most; true when none is under way any more. */
  async settled(mostMs: number): Promise<boolean> {
    if (this.calls.size === 0) return true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, mostMs);
    });
    await Promise.race([Promise.all(this.calls), late]);
    clearTimeout(timer);
    return this.calls.size === 0;
  }
}
