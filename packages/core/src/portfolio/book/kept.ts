import type { PortfolioBook } from './portfolio-book';

/**
 * Keeps what was made of a book, by name: the `most` that were asked for last. The oldest is closed, so that the book
 * forgets it.
 */
export function keeping<T extends { close(): void }>(most: number) {
  const shelves = new WeakMap<PortfolioBook, Map<string, T>>();
  return (book: PortfolioBook, name: string, make: () => T): T => {
    const shelf = shelves.get(book) ?? new Map<string, T>();
    shelves.set(book, shelf);
    const found = shelf.get(name) ?? make();
    shelf.delete(name);
    shelf.set(name, found);
    const [oldest] = shelf;
    if (shelf.size > most && oldest) {
      oldest[1].close();
      shelf.delete(oldest[0]);
    }
    return found;
  };
}
