/** Takes from many producers, gives to one consumer, keeps at most `limit` items: the oldest are dropped and counted. */
export class LogQueue<T> {
  private items: T[] = [];
  private head = 0;
  private dropped = 0;
  private ended = false;
  private failure: Error | null = null;
  private wake: (() => void) | null = null;

  constructor(private readonly limit: number) {}

  push(item: T): void {
    this.items.push(item);
    if (this.items.length - this.head > this.limit) {
      this.head += 1;
      this.dropped += 1;
    }
    // Dropping one by one would copy the array each time.
    if (this.head > this.limit) this.compact();
    this.wake?.();
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  fail(error: Error): void {
    this.failure ??= error;
    this.wake?.();
  }

  /** All that has arrived, with how many were dropped before it; null at the end. Throws what a producer failed with. */
  async take(): Promise<{ items: T[]; dropped: number } | null> {
    while (this.items.length === this.head && this.dropped === 0) {
      if (this.failure) throw this.failure;
      if (this.ended) return null;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
    this.compact();
    const taken = { items: this.items, dropped: this.dropped };
    this.items = [];
    this.dropped = 0;
    return taken;
  }

  private compact(): void {
    if (this.head === 0) return;
    this.items = this.items.slice(this.head);
    this.head = 0;
  }
}
