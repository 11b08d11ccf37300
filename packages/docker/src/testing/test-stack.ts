import { randomBytes } from 'node:crypto';
import {
  COMPOSE_LABELS,
  type ContainerSpec,
  type DesiredService,
  LABELS,
  type StackTarget,
} from '@jalon/contracts';
import { BUSYBOX_IMAGE } from './busybox-image';

/** A target of its own for each test, so that tests on one daemon do not meet. */
export function testTarget(): StackTarget {
  const project = `t${randomBytes(4).toString('hex')}`;
  return {
    environmentId: `test-${project}`,
    project,
    environment: 'test',
    projectName: `${project}-test`,
    revision: 1,
  };
}

/** Labels that every object of the target bears. */
export function testLabels(target: StackTarget): Record<string, string> {
  return {
    [LABELS.managed]: 'true',
    [LABELS.project]: target.project,
    [LABELS.environment]: target.environment,
    [LABELS.environmentId]: target.environmentId,
    [LABELS.revision]: String(target.revision),
    [COMPOSE_LABELS.project]: target.projectName,
  };
}

/** A small container that sleeps until it is told otherwise. */
export function testSpec(
  target: StackTarget,
  service: string,
  changes: Partial<ContainerSpec> = {},
): ContainerSpec {
  const { labels, ...rest } = changes;
  return {
    command: ['sleep', '600'],
    entrypoint: null,
    environment: {},
    labels: {
      ...testLabels(target),
      [LABELS.service]: service,
      [LABELS.kind]: 'service',
      [LABELS.configHash]: `hash-${service}`,
      ...labels,
    },
    ports: [],
    expose: [],
    mounts: [],
    networks: {},
    healthcheck: null,
    restart: 'no',
    user: null,
    workingDir: null,
    hostname: null,
    init: true,
    readOnly: false,
    stopSignal: null,
    stopGracePeriodMs: 1_000,
    cpus: 1,
    memoryBytes: 64 * 1024 * 1024,
    pids: 64,
    shmBytes: null,
    ulimits: {},
    extraHosts: [],
    ...rest,
  };
}

/** A service of the test image, as a plan carries it. */
export function testService(
  target: StackTarget,
  service: string,
  changes: Partial<ContainerSpec> = {},
): DesiredService {
  const container = testSpec(target, service, changes);
  return {
    service,
    containerName: `${target.projectName}-${service}-1`,
    replicas: 1,
    image: BUSYBOX_IMAGE,
    build: null,
    container,
    dependsOn: {},
    hasHealthcheck: container.healthcheck !== null,
    handover: false,
    configHash: container.labels[LABELS.configHash] ?? '',
    parts: {},
    facts: {},
    stopGracePeriodMs: container.stopGracePeriodMs,
  };
}
