import type { PortfolioBook } from './portfolio-book';

/** Who has not been asked for that long holds on to former entries of the book, and is closed as well. */
const UNASKED_MS = 5 * 60_000;

/**
 * Keeps what was made of a book, by name: the `most` that were asked for last. The oldest is closed, so that the book
 * forgets it.
 */
export function keeping<T extends { close(): void }>(most: number) {
  const shelves = new WeakMap<PortfolioBook, Map<string, { made: T; askedAt: number }>>();
  return (book: PortfolioBook, name: string, make: () => T): T => {
    const shelf = shelves.get(book) ?? new Map<string, { made: T; askedAt: number }>();
    shelves.set(book, shelf);
    const made = shelf.get(name)?.made ?? make();
    const askedAt = performance.now();
    shelf.delete(name);
    shelf.set(name, { made, askedAt });
    for (const [other, one] of shelf) {
      if (shelf.size <= most && askedAt - one.askedAt < UNASKED_MS) break;
      one.made.close();
      shelf.delete(other);
    }
    return made;
  };
}
