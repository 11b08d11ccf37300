import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { LeaseHolder } from '@jalon/core/lease';

/** Names this process for its leases. */
export function workerIdentity(): LeaseHolder {
  return { machine: hostname(), pid: process.pid, life: randomUUID() };
}

/** True while a process with this id exists on this machine, whoever owns it. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
