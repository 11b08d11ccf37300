import {
  type DeploymentStatus,
  type DesiredStateName,
  type EnvironmentState,
  FINAL_DEPLOYMENT_STATUSES,
  type ServiceCondition,
} from '@jalon/contracts';

export interface EnvironmentReading {
  desiredState: DesiredStateName;
  latestDeployment: { status: DeploymentStatus } | null;
  conditions: readonly ServiceCondition[];
  /** False: no snapshot was ever taken. */
  observed: boolean;
}

/**
 * What an environment is, in one word. Pure.
 * A deployment in progress comes first; then what was wished is held against what is.
 */
export function environmentState(reading: EnvironmentReading): EnvironmentState {
  const { desiredState, latestDeployment, conditions } = reading;
  if (latestDeployment && !FINAL_DEPLOYMENT_STATUSES.includes(latestDeployment.status)) return 'DEPLOYING';
  const up = conditions.filter((condition) => condition === 'UP').length;
  if (desiredState === 'REMOVED') return up > 0 ? 'DEGRADED' : 'NOT_DEPLOYED';
  if (desiredState === 'STOPPED') return up > 0 ? 'DEGRADED' : 'STOPPED';
  if (!reading.observed) return 'UNKNOWN';
  if (conditions.length > 0 && up === conditions.length) return 'RUNNING';
  const alive = conditions.some((condition) => condition === 'UP' || condition === 'STARTING');
  return alive ? 'DEGRADED' : 'DOWN';
}
