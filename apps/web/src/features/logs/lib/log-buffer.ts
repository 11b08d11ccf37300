import type { LogBatch } from '@jalon/contracts';
import { type Level, readLine } from './read-line';

export interface LogEntry {
  /** Counts up for as long as the page is open. */
  id: number;
  service: string;
  /** Number of a further container of the service. */
  replica?: number;
  at: string;
  level: Level;
  text: string;
}

export interface LogBuffer {
  entries: readonly LogEntry[];
  /** Lines that the server left out, and lines that were pushed out here. */
  dropped: number;
  nextId: number;
}

/** Lines that a page keeps: enough to read, little enough for a tab to survive a flood. */
export const BUFFER_LIMIT = 5000;
/** A line is cut at this length: one line must not be a flood of its own. */
const LINE_LIMIT = 4000;

export const EMPTY_BUFFER: LogBuffer = { entries: [], dropped: 0, nextId: 0 };

/** The buffer with a batch added; the oldest lines go, and are counted. Pure. */
export function addBatch(buffer: LogBuffer, batch: LogBatch): LogBuffer {
  let { nextId } = buffer;
  const added = batch.lines.slice(-BUFFER_LIMIT).map(({ line, stream: _, ...source }): LogEntry => {
    const { level, message } = readLine(line.slice(0, LINE_LIMIT));
    nextId += 1;
    return { id: nextId, ...source, level, text: message };
  });
  const all = [...buffer.entries, ...added];
  const surplus = Math.max(0, all.length - BUFFER_LIMIT) + (batch.lines.length - added.length);
  return {
    entries: all.slice(-BUFFER_LIMIT),
    dropped: buffer.dropped + batch.dropped + surplus,
    nextId,
  };
}

export interface LogFilter {
  /** Case does not matter; empty: everything. */
  text: string;
  /** Only what is at least as grave. */
  level: Level;
}

const RANK: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/** The entries that a reader asked for. Pure. */
export function filterEntries(entries: readonly LogEntry[], filter: LogFilter): readonly LogEntry[] {
  const text = filter.text.trim().toLowerCase();
  if (text === '' && filter.level === 'debug') return entries;
  return entries.filter(
    (entry) =>
      RANK[entry.level] >= RANK[filter.level] && (text === '' || entry.text.toLowerCase().includes(text)),
  );
}
