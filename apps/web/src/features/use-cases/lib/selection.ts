/** What is chosen of a list, by id, and where the next range begins. */
export interface Selection {
  picked: ReadonlySet<string>;
  /** What was chosen before the range that is being drawn, which shrinks as well as it grows. */
  base: ReadonlySet<string>;
  anchor: string | null;
}

export const NOTHING: Selection = { picked: new Set(), base: new Set(), anchor: null };

/** One more, or one less; the next range begins there. */
export function toggled({ picked }: Selection, id: string): Selection {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return { picked: next, base: next, anchor: id };
}

/** Everything from where the range begins, or else from `from`, to `to`; `ids` is the list in its order. */
export function extended(selection: Selection, ids: readonly string[], to: string, from = to): Selection {
  const known = selection.anchor !== null && ids.includes(selection.anchor);
  const anchor = known ? (selection.anchor as string) : from;
  const base = known ? selection.base : selection.picked;
  const ends = [ids.indexOf(anchor), ids.indexOf(to)];
  const range = ids.slice(Math.min(...ends), Math.max(...ends) + 1);
  return { picked: new Set([...base, ...range]), base, anchor };
}

/** All of the list, or none of it when all is chosen already. */
export function allOrNone({ picked }: Selection, ids: readonly string[]): Selection {
  if (ids.every((id) => picked.has(id))) return NOTHING;
  const all = new Set(ids);
  return { picked: all, base: all, anchor: null };
}

/** Without some. */
export function without({ picked }: Selection, ids: readonly string[]): Selection {
  const left = new Set([...picked].filter((id) => !ids.includes(id)));
  return { picked: left, base: left, anchor: null };
}
