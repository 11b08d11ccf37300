import type { DesiredStateName, ServiceCondition } from '@jalon/contracts';

export interface ServiceReading {
  /** Docker's own word. */
  state: string;
  health: string;
  exitCode: number | null;
}

/** Docker's state and health, beside what was wished, in one word. Pure. */
export function serviceCondition(reading: ServiceReading, desired: DesiredStateName): ServiceCondition {
  if (reading.state === 'restarting') return 'RESTARTING';
  if (reading.state === 'running') return runningCondition(reading.health);
  if (reading.state === 'created') return 'STARTING';
  if (reading.state === 'paused') return 'STOPPED';
  return desired === 'RUNNING' ? 'DOWN' : 'STOPPED';
}

function runningCondition(health: string): ServiceCondition {
  if (health === 'unhealthy') return 'UNHEALTHY';
  return health === 'starting' ? 'STARTING' : 'UP';
}
