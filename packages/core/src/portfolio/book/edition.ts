import type { PortfolioBook } from './portfolio-book';

const MINUTE = 60_000;

interface Kept<T> {
  edition: number;
  minute: number;
  made: Promise<T>;
}

/**
 * Keeps what takes long to compute of the whole portfolio, by name, the `most` that were made last: until a use case is
 * exchanged in the book, or a minute of `now` has gone. Who asks while it is made waits for it. What failed is not kept.
 */
export function keepingEdition<T>(most: number) {
  const shelves = new WeakMap<PortfolioBook, Map<string, Kept<T>>>();
  return async (book: PortfolioBook, now: Date, name: string, make: () => Promise<T>): Promise<T> => {
    await book.refresh(now);
    const shelf = shelves.get(book) ?? new Map<string, Kept<T>>();
    shelves.set(book, shelf);
    const minute = Math.floor(now.getTime() / MINUTE);
    const known = shelf.get(name);
    if (known && known.edition === book.edition && known.minute === minute) return known.made;
    const made = make();
    const kept = { edition: book.edition, minute, made };
    shelf.delete(name);
    shelf.set(name, kept);
    made.catch(() => {
      if (shelf.get(name) === kept) shelf.delete(name);
    });
    const [oldest] = shelf.keys();
    if (shelf.size > most && oldest !== undefined) shelf.delete(oldest);
    return made;
  };
}
