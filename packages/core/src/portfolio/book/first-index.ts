/** The index of the first of a list in order that is not before a place; its length when all are. */
export function firstIndex<T>(list: readonly T[], isBefore: (one: T) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(list[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}
