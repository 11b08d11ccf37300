import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and of all its descendants, in bytes. */
export interface ProcessMemory {
  /** Everything resident, with pages that other processes use as well. */
  rss: number;
  /** The same, with each shared page divided by the number of processes that share it. */
  pss: number;
  /** What would be free if it ended. */
  own: number;
  processes: number;
}

/** Reads /proc, so Linux only. Throws when the process is gone. */
export function memoryOf(pid: number): ProcessMemory {
  const family = [pid, ...descendantsOf(pid)];
  const all = family.map(readRollup);
  const sum = (pick: (each: Rollup) => number): number => all.reduce((total, each) => total + pick(each), 0);
  return {
    rss: sum(({ rss }) => rss),
    pss: sum(({ pss }) => pss),
    own: sum(({ own }) => own),
    processes: family.length,
  };
}

type Rollup = Omit<ProcessMemory, 'processes'>;

function readRollup(pid: number): Rollup {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const of = (field: string): number => {
    const match = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text);
    return match ? Number(match[1]) * 1024 : 0;
  };
  return { rss: of('Rss'), pss: of('Pss'), own: of('Private_Clean') + of('Private_Dirty') };
}

function descendantsOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) ? parentOf(Number(entry)) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const below = (of: number): number[] =>
    (children.get(of) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** null for a process that has just ended. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
