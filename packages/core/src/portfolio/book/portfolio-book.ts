import { type Db, isClient } from '@jalon/db';
import { loadYardsticks, type Yardsticks } from '../../reference';
import { readChanges } from './changes';
import { type BookEntry, readEntries } from './entry';

/** Entries that are read at once when everything is read. */
const AT_ONCE = 1_000;
/** The log of changes is kept for an hour: who has not read for this long reads everything. */
const OLD_MS = 30 * 60_000;
/** Who asks may have looked at the clock that long before their turn came: the clock was not put back. */
const TURN_MS = 60_000;

/** Is told the id of a use case and what stood in the book for it until now; null when it was not there. */
export type ExchangeListener = (id: string, before: BookEntry | null) => void;

/**
 * What the portfolio's figures are computed from, kept in memory for every use case and brought up to date before each
 * reading by what the database's log says was touched (docs/decisions/0038). A reading shows every change that was
 * committed before it was asked for.
 */
export class PortfolioBook {
  /** By use case id. */
  readonly entries = new Map<string, BookEntry>();
  readonly #numbers = new Map<number, string>();
  #place: bigint | null = null;
  #readAt = 0;
  #judgedAt = 0;
  #until = Number.POSITIVE_INFINITY;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #ordered: BookEntry[] | null = null;
  #edition = 0;
  #yardsticks: Yardsticks | null = null;
  readonly #listeners = new Set<ExchangeListener>();

  constructor(private readonly db: Db) {}

  /**
   * Brings the entries up to date, as of `now`. Whoever asks while that is under way waits for the next time, together: what
   * they have written may be younger than what is being read.
   */
  refresh(now: Date): Promise<void> {
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        this.#running = this.#refresh(now);
        return this.#running;
      });
    return this.#next;
  }

  /** Calls back for each use case that is exchanged from now on, until what it returns is called. */
  onExchange(listener: ExchangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The stages and the discount rate, as of the last refresh: a change of either is a change of everything. */
  get yardsticks(): Yardsticks {
    if (!this.#yardsticks) throw new Error('the book was not refreshed before it was read');
    return this.#yardsticks;
  }

  /** Another number after each exchange. */
  get edition(): number {
    return this.#edition;
  }

  /** The entry of a use case by its number. */
  byNumber(number: number): BookEntry | null {
    return this.entries.get(this.#numbers.get(number) ?? '') ?? null;
  }

  /** The entries in the order of their numbers. */
  inOrder(): readonly BookEntry[] {
    this.#ordered ??= [...this.entries.values()].sort(
      (left, right) => left.useCase.number - right.useCase.number,
    );
    return this.#ordered;
  }

  async #refresh(asked: Date): Promise<void> {
    const began = performance.now();
    const behind = this.#judgedAt - asked.getTime();
    const backwards = behind >= TURN_MS;
    const now = behind > 0 && !backwards ? new Date(this.#judgedAt) : asked;
    const known = began - this.#readAt > OLD_MS || backwards ? null : this.#place;
    const { place, useCaseIds } = await readChanges(this.db, known);
    if (useCaseIds === null) this.#yardsticks = await loadYardsticks(this.db);
    const stale = useCaseIds ?? (await this.#allIds());
    const wanted = new Set([...stale, ...(now.getTime() >= this.#until ? this.#overdue(now) : [])]);
    const read: BookEntry[] = [];
    const ids = [...wanted];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      read.push(...(await readEntries(this.db, ids.slice(at, at + AT_ONCE), now)));
    }
    this.#exchange(wanted, read);
    this.#place = place;
    this.#readAt = began;
    this.#judgedAt = now.getTime();
  }

  #exchange(wanted: ReadonlySet<string>, read: readonly BookEntry[]): void {
    if (wanted.size === 0) return;
    this.#edition += 1;
    const before = [...wanted].map((id) => [id, this.entries.get(id) ?? null] as const);
    for (const id of wanted) this.entries.delete(id);
    for (const entry of read) {
      this.entries.set(entry.useCase.id, entry);
      // A number is never given twice, so none has to be taken away.
      this.#numbers.set(entry.useCase.number, entry.useCase.id);
    }
    for (const listener of this.#listeners) for (const [id, entry] of before) listener(id, entry);
    this.#until = Number.POSITIVE_INFINITY;
    for (const { until } of this.entries.values()) if (until < this.#until) this.#until = until;
    this.#ordered = null;
  }

  #overdue(now: Date): string[] {
    return [...this.entries.values()]
      .filter(({ until }) => until <= now.getTime())
      .map(({ useCase }) => useCase.id);
  }

  async #allIds(): Promise<string[]> {
    const rows = await this.db.useCase.findMany({ select: { id: true } });
    return [...new Set([...rows.map(({ id }) => id), ...this.entries.keys()])];
  }
}

/** One for each client of the database: made when it is first asked for, gone with the client. */
const books = new WeakMap<Db, PortfolioBook>();

/** The book of a client; within a transaction, which sees what nobody else does, one of its own for this once. */
export function bookOf(db: Db): PortfolioBook {
  if (!isClient(db)) return new PortfolioBook(db);
  const known = books.get(db) ?? new PortfolioBook(db);
  books.set(db, known);
  return known;
}
