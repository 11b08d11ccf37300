import type Docker from 'dockerode';
import { readStatusText } from './status-text';

/** A container that began this long after it was made may have begun before: only an inspect can tell. */
const FIRST_START_WITHIN_MS = 5_000;

/** A container that has been up for longer is past what a crash loop leaves between two crashes (10 s for the engine). */
const CRASH_LOOP_UP_SECONDS = 15;

export interface ContainerStart {
  /** ISO 8601, to the second; null when the list does not say. */
  startedAt: string | null;
  /** It may be in a crash loop: it has just begun, long after it was made. */
  late: boolean;
}

/**
 * When a container of the list began. The list has no start time and shows a crash loop as “running” between two
 * crashes, but for a container that has been up for less than a minute its status text tells the start to the second.
 * How long it has been up says nothing by itself: a container that began when it was made is in no loop.
 */
export function containerStart(
  entry: Pick<Docker.ContainerInfo, 'Created' | 'Status'>,
  now: Date,
): ContainerStart {
  const { upSeconds } = readStatusText(entry.Status);
  if (upSeconds === null) return { startedAt: null, late: false };
  const startedMs = now.getTime() - upSeconds * 1000;
  const young = upSeconds < CRASH_LOOP_UP_SECONDS;
  const late = young && startedMs - entry.Created * 1000 > FIRST_START_WITHIN_MS;
  return { startedAt: new Date(startedMs).toISOString(), late };
}
