/** How far a container's log has been read: its last stamp, and how many lines bore it. */
export interface LogPosition {
  at: string;
  lines: number;
}

/** The position after one more line. */
export function advance(position: LogPosition | undefined, at: string): LogPosition {
  return position?.at === at ? { at, lines: position.lines + 1 } : { at, lines: 1 };
}
