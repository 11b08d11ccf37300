/**
 * When, relative to one call, something happens:
 * before it is passed on; while the other side works on it; when that is done and the answer was not passed back; when
 * the answer was.
 */
export type Moment = 'before' | 'during' | 'done' | 'answered';

export const MOMENTS: readonly Moment[] = ['before', 'during', 'done', 'answered'];

/** What happens at call number `call` (the first is 1) after it was armed. */
export interface Strike {
  call: number;
  moment: Moment;
  /**
   * A commit that is struck is kept for ever, from the database or from the worker, as when the worker dies of it. With this
   * it goes on its way: while a transaction stays open nobody gets at its rows, whoever wishes to cancel included.
   */
  letsCommitGo?: boolean;
  /** Is told which call it was. */
  hit(call: string): void;
}

/** Counts calls, and says which one is to be struck. One strike at a time; it is spent when it hits. */
export class StrikeCounter {
  private strike: Strike | null = null;
  private seen = 0;

  /** Counts from the beginning. Null: nothing happens any more. */
  arm(strike: Strike | null): void {
    this.strike = strike;
    this.seen = 0;
  }

  /** Calls since it was armed. */
  get count(): number {
    return this.seen;
  }

  /** The strike for this call, if it is the one. */
  next(): Strike | null {
    this.seen += 1;
    const { strike } = this;
    if (strike?.call !== this.seen) return null;
    this.strike = null;
    return strike;
  }
}
