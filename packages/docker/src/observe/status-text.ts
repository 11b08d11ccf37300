import type { ObservedContainer } from '@jalon/contracts';

type Health = ObservedContainer['health'];

/** What the `Status` column of a container list says: “Up 5 seconds (health: starting)”, “Exited (1) 2 minutes ago”. */
export interface StatusText {
  health: Health;
  exitCode: number | null;
  /** Whole seconds it has been up, when that is less than a minute; coarser figures are null. */
  upSeconds: number | null;
}

export function readStatusText(status: string): StatusText {
  return {
    health: healthOf(status),
    exitCode: exitCodeOf(status),
    upSeconds: upSecondsOf(status),
  };
}

function upSecondsOf(status: string): number | null {
  if (status.startsWith('Up Less than a second')) return 0;
  const match = /^Up (\d+) seconds?\b/.exec(status);
  return match ? Number(match[1]) : null;
}

function healthOf(status: string): Health {
  const match = /\((?:health: )?(starting|healthy|unhealthy)\)/.exec(status);
  return (match?.[1] as Health | undefined) ?? 'none';
}

function exitCodeOf(status: string): number | null {
  const match = /^(?:Exited|Restarting) \((-?\d+)\)/.exec(status);
  return match ? Number(match[1]) : null;
}
