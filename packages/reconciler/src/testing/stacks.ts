import type { ServiceModel, StackModel } from '@jalon/contracts';
import { stackTarget } from '../desired/names';

export const target = stackTarget({
  environmentId: 'environment-1',
  project: 'demo',
  environment: 'sandbox',
  revision: 1,
});

/** A service with the given differences from one that asks for nothing. */
export function service(name: string, differences: Partial<ServiceModel> = {}): ServiceModel {
  return {
    name,
    image: `${name}:1`,
    build: null,
    command: null,
    entrypoint: null,
    environment: {},
    labels: {},
    ports: [],
    expose: [],
    mounts: [],
    networks: { default: [] },
    dependsOn: {},
    healthcheck: null,
    restart: 'no',
    user: null,
    workingDir: null,
    hostname: null,
    init: false,
    readOnly: false,
    stopSignal: null,
    stopGracePeriodMs: null,
    cpus: null,
    memoryBytes: null,
    pids: null,
    shmBytes: null,
    ulimits: {},
    extraHosts: [],
    profiles: [],
    replicas: 1,
    secrets: [],
    configs: [],
    hostAccess: {
      privileged: false,
      capAdd: [],
      devices: [],
      securityOpt: [],
      networkMode: null,
      pid: null,
      ipc: null,
      usernsMode: null,
      cgroupParent: null,
      sysctls: [],
      other: [],
    },
    jalon: { role: 'service', roleName: 'service', technology: null, expose: null, job: null },
    ...differences,
  };
}

/** A stack of these services, with every network and volume that they name declared. */
export function stack(...services: ServiceModel[]): StackModel {
  const networks: StackModel['networks'] = {};
  const volumes: StackModel['volumes'] = {};
  for (const { networks: joined, mounts } of services) {
    for (const name of Object.keys(joined))
      networks[name] = { name, external: null, internal: false, driver: null, labels: {} };
    for (const { type, source } of mounts)
      if (type === 'volume' && source !== '')
        volumes[source] = { name: source, external: null, driver: null, driverOpts: {}, labels: {} };
  }
  return {
    services: Object.fromEntries(services.map((one) => [one.name, one])),
    networks,
    volumes,
    secrets: {},
    configs: {},
  };
}

/** A health check that the world's containers pass. */
export const healthcheck = {
  test: ['CMD', 'true'],
  intervalMs: 1_000,
  timeoutMs: 1_000,
  startPeriodMs: null,
  retries: 3,
};
