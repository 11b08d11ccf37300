/** What a browser has kept of a form. */
export interface LocalDraft<Values> {
  /** Of the draft on the server, which may not have it yet. */
  id: string;
  /** Of the draft on the server that this was typed on; 0 before there was one. No clock is compared. */
  version: number;
  /** The server has just this. */
  sent: boolean;
  values: Partial<Values>;
}

/** What was kept under a key; null where there is none, or storage is forbidden. */
export function readLocalDraft<Values>(key: string): LocalDraft<Values> | null {
  try {
    const text = window.localStorage.getItem(key);
    const kept = text ? (JSON.parse(text) as Partial<LocalDraft<Values>>) : null;
    return kept && typeof kept.id === 'string' && kept.values ? (kept as LocalDraft<Values>) : null;
  } catch {
    // Storage is forbidden, or holds something that is not ours: there is no draft.
    return null;
  }
}

/** Keeps a draft, or forgets it. A browser that keeps nothing (private windows) only loses the comfort. */
export function writeLocalDraft(key: string, draft: LocalDraft<unknown> | null): void {
  try {
    if (draft) window.localStorage.setItem(key, JSON.stringify(draft));
    else window.localStorage.removeItem(key);
  } catch {
    // Storage is forbidden or full: the server still has it.
  }
}

/** A new UUID (version 4); `crypto.randomUUID` is not there on a page that came without TLS. */
export function newDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The page of a draft; without one, of a new use case that goes on with none. */
export function draftHref(id: string | null): string {
  return `/use-cases/new?${new URLSearchParams({ draft: id ?? 'new' })}`;
}
