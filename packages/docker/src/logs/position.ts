import type { TimedLine } from './lines';

/** How far a container's log has been read: the last stamp of each of its streams. */
export interface LogPosition {
  stdout: string;
  stderr: string;
}

const CLOCK_TOLERANCE_MS = 1_000;

/** Remembers the line, and says whether it is one that was read before. */
export function isRepeated(
  positions: Map<string, LogPosition>,
  containerId: string,
  line: TimedLine,
): boolean {
  const position = positions.get(containerId) ?? { stdout: '', stderr: '' };
  const last = position[line.stream];
  // Within a stream the daemon's stamps only grow. It repeats lines all the same: `since` includes its own moment, and
  // Docker 20.10 reads a part of the file again when it rotates it. A clock that was set back is the exception.
  if (last !== '' && line.at <= last && Date.parse(last) <= Date.now() + CLOCK_TOLERANCE_MS) return true;
  position[line.stream] = line.at;
  positions.set(containerId, position);
  return false;
}

/** Where to go on reading; null when nothing was read. */
export function resumeAt(position: LogPosition | undefined): string | null {
  if (!position) return null;
  return position.stdout > position.stderr ? position.stdout : position.stderr;
}
