import type {
  BuildModel,
  FileGrantModel,
  HealthcheckModel,
  HostAccess,
  JalonServiceModel,
  MountModel,
  PortModel,
  ServiceModel,
} from '@jalon/contracts';
import { FileMode, type Writable } from './compose-text';

type Fields = { [key: string]: Writable | undefined };

/** A service in the long form of the Compose Specification; what is as if it were not written is left out. */
export function writeService(service: ServiceModel): Fields {
  const fields: Fields = {
    image: service.image ?? undefined,
    build: service.build ? writeBuild(service.build) : undefined,
    command: service.command ?? undefined,
    entrypoint: service.entrypoint ?? undefined,
    environment: list(Object.entries(service.environment).map(([name, value]) => `${name}=${value}`)),
    labels: map(service.labels),
    ports: list(service.ports.map(writePort)),
    expose: list(service.expose.map(String)),
    volumes: list(service.mounts.map(writeMount)),
    networks: map(mapValues(service.networks, (aliases) => (aliases.length > 0 ? { aliases } : null))),
    depends_on: map(
      mapValues(service.dependsOn, ({ condition, restart, required }) => ({
        condition,
        restart: restart || undefined,
        required: required ? undefined : false,
      })),
    ),
    healthcheck: service.healthcheck ? writeHealthcheck(service.healthcheck) : undefined,
    restart: service.restart === 'no' ? undefined : service.restart,
    user: service.user ?? undefined,
    working_dir: service.workingDir ?? undefined,
    hostname: service.hostname ?? undefined,
    init: service.init || undefined,
    read_only: service.readOnly || undefined,
    stop_signal: service.stopSignal ?? undefined,
    stop_grace_period: milliseconds(service.stopGracePeriodMs),
    cpus: service.cpus ?? undefined,
    mem_limit: service.memoryBytes ?? undefined,
    pids_limit: service.pids ?? undefined,
    shm_size: service.shmBytes ?? undefined,
    ulimits: map(mapValues(service.ulimits, ({ soft, hard }) => ({ soft, hard }))),
    extra_hosts: list(service.extraHosts),
    profiles: list(service.profiles),
    scale: service.replicas === 1 ? undefined : service.replicas,
    secrets: list(service.secrets.map(writeGrant)),
    configs: list(service.configs.map(writeGrant)),
    ...writeHostAccess(service.hostAccess),
    'x-jalon': writeJalon(service.jalon),
  };
  for (const { key, value, written } of service.hostAccess.other)
    writeAt(fields, key.split('.'), written ?? value);
  return fields;
}

export function list(items: Writable[]): Writable[] | undefined {
  return items.length > 0 ? items : undefined;
}

export function map(fields: Fields): Fields | undefined {
  return Object.keys(fields).length > 0 ? fields : undefined;
}

export function mapValues<T>(record: Record<string, T>, write: (value: T) => Writable): Fields {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, write(value)]));
}

function writeBuild({ context, dockerfile, args, target }: BuildModel): Fields {
  return { context, dockerfile, args: map(args), target: target ?? undefined };
}

function writePort({ hostIp, published, target, protocol }: PortModel): Fields {
  return {
    target,
    published: published ?? undefined,
    host_ip: hostIp === '0.0.0.0' ? undefined : hostIp,
    protocol,
  };
}

function writeMount({ type, source, target, readOnly }: MountModel): Fields {
  return { type, source: source === '' ? undefined : source, target, read_only: readOnly || undefined };
}

function writeHealthcheck(check: HealthcheckModel): Fields {
  return {
    test: list(check.test),
    interval: milliseconds(check.intervalMs),
    timeout: milliseconds(check.timeoutMs),
    start_period: milliseconds(check.startPeriodMs),
    retries: check.retries ?? undefined,
  };
}

function writeGrant({ source, target, uid, gid, mode }: FileGrantModel): Fields {
  return { source, target, uid: String(uid), gid: String(gid), mode: new FileMode(mode) };
}

function writeHostAccess(access: HostAccess): Fields {
  return {
    privileged: access.privileged || undefined,
    cap_add: list(access.capAdd),
    devices: list(access.devices),
    security_opt: list(access.securityOpt),
    network_mode: access.networkMode ?? undefined,
    pid: access.pid ?? undefined,
    ipc: access.ipc ?? undefined,
    userns_mode: access.usernsMode ?? undefined,
    cgroup_parent: access.cgroupParent ?? undefined,
    sysctls: list(access.sysctls),
  };
}

function writeJalon({ roleName, technology, expose, job }: JalonServiceModel): Fields | undefined {
  const fields: Fields = {};
  if (roleName !== 'service') fields.role = roleName;
  if (technology !== null) fields.technology = technology;
  if (expose !== null) fields.expose = { ...expose };
  if (job !== null) fields.job = job;
  return map(fields);
}

/** The unit that has no fraction in the model. */
function milliseconds(value: number | null): string | undefined {
  return value === null ? undefined : `${value}ms`;
}

/** `deploy.resources.reservations.devices` lies four maps deep. */
function writeAt(fields: Fields, [key = '', ...rest]: string[], value: Writable): void {
  if (rest.length === 0) {
    fields[key] = value;
    return;
  }
  const below: Fields = {};
  const existing = fields[key];
  if (isFields(existing)) Object.assign(below, existing);
  fields[key] = below;
  writeAt(below, rest, value);
}

function isFields(value: Writable | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof FileMode);
}
