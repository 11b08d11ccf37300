import type { DriftItem } from '../engine';
import type { DeploymentSummary } from './deployment';
import type { DesiredStateName, EnvironmentKind } from './enums';

/**
 * What an environment is, in one word.
 * DEGRADED: some services are not as they should be. DOWN: none is up. UNKNOWN: nothing was ever observed.
 */
export const ENVIRONMENT_STATES = [
  'NOT_DEPLOYED',
  'DEPLOYING',
  'RUNNING',
  'DEGRADED',
  'DOWN',
  'STOPPED',
  'UNKNOWN',
] as const;
export type EnvironmentState = (typeof ENVIRONMENT_STATES)[number];

/**
 * What a service is: Docker's state and health, and what was wished, in one word.
 * CRASH_LOOP: it ends by itself and is started again, over and over. OUT_OF_MEMORY: it was ended for lack of memory.
 */
export const SERVICE_CONDITIONS = [
  'UP',
  'STARTING',
  'UNHEALTHY',
  'RESTARTING',
  'CRASH_LOOP',
  'OUT_OF_MEMORY',
  'STOPPED',
  'DOWN',
] as const;
export type ServiceCondition = (typeof SERVICE_CONDITIONS)[number];

/** Conditions that somebody has to look into. */
export const TROUBLES = ['CRASH_LOOP', 'OUT_OF_MEMORY', 'UNHEALTHY', 'DOWN'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** True for a condition that somebody has to look into. */
export const isTrouble = (condition: ServiceCondition): condition is Trouble =>
  TROUBLES.some((trouble) => trouble === condition);

export interface ServiceStateView {
  service: string;
  condition: ServiceCondition;
  image: string;
  /** Docker's own word. */
  state: string;
  health: string;
  exitCode: number | null;
  restartCount: number;
  startedAt: Date | null;
  /** Since when its condition has been one of TROUBLES. */
  troubleSince: Date | null;
  ports: { hostIp: string; published: number | null; target: number; protocol: string }[];
  /** Of all its containers together. */
  cpuPercent: number | null;
  memoryBytes: number | null;
  /** Containers that there should be; what is said above is of the one that is worst off. */
  replicas: number;
  /** Each of its containers, by number. */
  instances: ServiceInstance[];
  observedAt: Date;
}

/** One container of a service. */
export interface ServiceInstance {
  /** Compose's container number, from 1. */
  number: number;
  containerId: string;
  /** Docker's own words. */
  state: string;
  health: string;
}

/** It runs, and its health check, if it has one, does not fail and is not still awaited. */
export function isReady({ state, health }: Pick<ServiceInstance, 'state' | 'health'>): boolean {
  return state === 'running' && (health === 'healthy' || health === 'none');
}

/** A service that the gateway opens. */
export interface ServiceAddress {
  service: string;
  /** Absolute, behind Jalon's own login. */
  url: string;
}

export interface HostReference {
  id: string;
  name: string;
  /** null: the engine answers. Otherwise what is shown about it is the last known state. */
  unreachableSince: Date | null;
}

export interface EnvironmentSummary {
  id: string;
  slug: string;
  kind: EnvironmentKind;
  desiredState: DesiredStateName;
  state: EnvironmentState;
  /** Since when it has been in this state, where it is known. */
  since: Date | null;
  revision: number | null;
  host: HostReference;
  observedAt: Date | null;
  services: ServiceStateView[];
  addresses: ServiceAddress[];
  latestDeployment: DeploymentSummary | null;
  /** How what runs differs from what was deployed; null: it does not, or nothing should run. */
  drift: { since: Date; items: DriftItem[] } | null;
  /** Drift is put back without being asked. */
  healsDrift: boolean;
}
