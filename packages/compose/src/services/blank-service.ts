import type { ServiceModel } from '@jalon/contracts';
import { noHostAccess } from './host-access';
import { noJalon } from './jalon';

/** A service that is only named. */
export function blankService(name: string): ServiceModel {
  return {
    name,
    image: null,
    build: null,
    command: null,
    entrypoint: null,
    environment: {},
    labels: {},
    ports: [],
    expose: [],
    mounts: [],
    networks: {},
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
    hostAccess: noHostAccess(),
    jalon: noJalon(),
  };
}
