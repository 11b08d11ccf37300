/** Names one worker process: which machine, which process, and which life of it. */
export interface LeaseHolder {
  machine: string;
  pid: number;
  life: string;
}

export function printHolder(holder: LeaseHolder): string {
  return `${holder.machine}|${holder.pid}|${holder.life}`;
}

/** Null for a text that no worker of this version wrote. */
export function parseHolder(text: string): LeaseHolder | null {
  const [machine, pid, life] = text.split('|');
  if (!machine || !pid || !life) return null;
  return { machine, pid: Number(pid), life };
}

/**
 * True when `other` was a process of this machine that is gone: its lease need not be waited for.
 * A process of another machine is never judged from here.
 *
 * @param isAlive asks the operating system whether a process id is in use
 */
export function isDeadNeighbour(
  self: LeaseHolder,
  other: LeaseHolder,
  isAlive: (pid: number) => boolean,
): boolean {
  if (other.machine !== self.machine || other.life === self.life) return false;
  // The same id in another life: in a container the worker is always process 1.
  if (other.pid === self.pid) return true;
  return !isAlive(other.pid);
}
