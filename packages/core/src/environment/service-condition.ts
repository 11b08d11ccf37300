import type { DesiredStateName, ServiceCondition } from '@jalon/contracts';

export interface ServiceReading {
  /** Docker's own word. */
  state: string;
  health: string;
  exitCode: number | null;
  restartCount: number;
  oomKilled: boolean;
  startedAt: Date | null;
  /** When it was seen so. */
  observedAt: Date;
}

/** Restarts by the engine, with the last of them a moment ago, that are no chance any more. */
const CRASH_LOOP_RESTARTS = 3;
const CRASH_LOOP_UP_MS = 60_000;

/** Docker's state and health, beside what was wished, in one word. Pure. */
export function serviceCondition(reading: ServiceReading, desired: DesiredStateName): ServiceCondition {
  const { state } = reading;
  if (desired === 'RUNNING') {
    if (reading.oomKilled && state !== 'running') return 'OUT_OF_MEMORY';
    if (isCrashLoop(reading)) return 'CRASH_LOOP';
  }
  if (state === 'restarting') return 'RESTARTING';
  if (state === 'running') return runningCondition(reading.health);
  if (state === 'created') return 'STARTING';
  if (state === 'paused') return 'STOPPED';
  return desired === 'RUNNING' ? 'DOWN' : 'STOPPED';
}

function isCrashLoop({ state, restartCount, startedAt, observedAt }: ServiceReading): boolean {
  if (restartCount < CRASH_LOOP_RESTARTS) return false;
  if (state === 'restarting') return true;
  return state === 'running' && !!startedAt && observedAt.getTime() - startedAt.getTime() < CRASH_LOOP_UP_MS;
}

function runningCondition(health: string): ServiceCondition {
  if (health === 'unhealthy') return 'UNHEALTHY';
  return health === 'starting' ? 'STARTING' : 'UP';
}
