import type { BookEntry } from './entry';
import { type Filter, testOf } from './filter';
import type { PortfolioBook } from './portfolio-book';

/**
 * What is made of all entries under one filter, and kept as they are exchanged in the book: an entry is taken out as it
 * was put in, and its next one put in; the others are not looked at again.
 */
export abstract class UnderFilter {
  readonly #book: PortfolioBook;
  readonly #passes: (entry: BookEntry) => boolean;
  readonly #members = new Map<string, BookEntry>();
  readonly #exchanged = new Set<string>();

  /** @param passes what an entry has to be beyond the filter */
  constructor(book: PortfolioBook, filter: Filter, passes: (entry: BookEntry) => boolean = () => true) {
    const test = testOf(filter);
    this.#book = book;
    this.#passes = (entry) => test(entry) && passes(entry);
    for (const { useCase } of book.inOrder()) this.#exchanged.add(useCase.id);
    this.close = book.onExchange((id) => this.#exchanged.add(id));
  }

  /** Has the book forget it. */
  readonly close: () => void;

  protected abstract put(entry: BookEntry): void;
  protected abstract take(entry: BookEntry): void;

  /** Whether taking one out and putting its next one in would change nothing. */
  protected isSame(_before: BookEntry, _after: BookEntry): boolean {
    return false;
  }

  /** The entries that are in it, in no order. */
  protected get members(): IterableIterator<BookEntry> {
    return this.#members.values();
  }

  /** Brings it to what the book is now; to be called before it is read. */
  protected update(): void {
    for (const id of this.#exchanged) this.#exchange(id);
    this.#exchanged.clear();
  }

  /** Puts all of them in anew; what was made of them is to be empty. */
  protected again(): void {
    this.#members.clear();
    for (const { useCase } of this.#book.inOrder()) this.#exchanged.add(useCase.id);
    this.update();
  }

  #exchange(id: string): void {
    const before = this.#members.get(id);
    const entry = this.#book.entries.get(id);
    const after = entry && this.#passes(entry) ? entry : null;
    if (after) this.#members.set(id, after);
    else this.#members.delete(id);
    if (before && after && this.isSame(before, after)) return;
    if (before) this.take(before);
    if (after) this.put(after);
  }
}
