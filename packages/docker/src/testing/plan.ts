import type {
  DesiredNetwork,
  DesiredService,
  DesiredVolume,
  Operation,
  Plan,
  StackTarget,
} from '@jalon/contracts';
import { COMPOSE_LABELS, LABELS } from '@jalon/contracts';
import { testLabels } from './test-stack';

type Draft = Operation extends infer Each
  ? Each extends Operation
    ? Omit<Each, 'cause' | 'after' | 'service'>
    : never
  : never;

/** A plan of these operations, each after the one before it. */
export function testPlan(...drafts: (Draft & { after?: string[]; service?: string })[]): Plan {
  const operations = drafts.map((draft, index) => {
    const before = drafts[index - 1]?.key;
    return { cause: { code: 'ABSENT' }, service: null, after: before ? [before] : [], ...draft } as Operation;
  });
  return { operations, unchanged: [], refusals: [] };
}

/** Create and start. */
export function upSteps(desired: DesiredService): Draft[] {
  const name = desired.containerName;
  return [
    { kind: 'CREATE_CONTAINER', key: `create:${name}`, desired, name },
    { kind: 'START_CONTAINER', key: `start:${name}`, container: name },
  ];
}

export function testNetwork(target: StackTarget, key: string): DesiredNetwork {
  return {
    key,
    name: `${target.projectName}_${key}`,
    external: false,
    internal: false,
    driver: null,
    labels: { ...testLabels(target), [COMPOSE_LABELS.network]: key, [LABELS.configHash]: `hash-${key}` },
    configHash: `hash-${key}`,
  };
}

export function testVolume(target: StackTarget, key: string): DesiredVolume {
  return {
    key,
    name: `${target.projectName}_${key}`,
    external: false,
    driver: null,
    driverOpts: {},
    labels: { ...testLabels(target), [COMPOSE_LABELS.volume]: key },
  };
}

/** Waits for the service's health check. */
export function healthStep({ containerName, service }: DesiredService, deadlineMs = 20_000) {
  const key = `wait:${containerName}`;
  return { kind: 'WAIT_HEALTHY' as const, key, container: containerName, deadlineMs, service };
}

/** Waits until the service has been up for a while. */
export function runningStep({ containerName, service }: DesiredService, windowMs = 500) {
  const key = `wait:${containerName}`;
  return {
    kind: 'WAIT_RUNNING' as const,
    key,
    container: containerName,
    windowMs,
    deadlineMs: 20_000,
    service,
  };
}

/** A health check that asks often. */
export function quickCheck(command: string, { retries = 2 } = {}) {
  return { test: ['CMD-SHELL', command], intervalMs: 200, timeoutMs: 5_000, startPeriodMs: null, retries };
}
