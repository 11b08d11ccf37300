import { CAPABILITIES } from '../capabilities';
import { EXTRA_HOSTS, LOG_CONFIG, RESTART_POLICY, ULIMIT_LIST } from '../fields/leaves';
import { BINDS, MOUNTS } from '../fields/mounts';
import { networkNameBreaches } from '../fields/networks';
import { PORT_BINDINGS } from '../fields/ports';
import { breach, type FieldRule, flag, isPlainObject, object, oneOf, whole } from '../fields/rule';
import { MAXIMUM, MINIMUM_MEMORY } from '../limits';

const NONE = 'may not be set: a container has its own';

/** Limits that a container is made with, and that an update may change. */
export const RESOURCES: Readonly<Record<string, FieldRule>> = {
  Memory: whole(MINIMUM_MEMORY, MAXIMUM.memoryBytes, 'memory'),
  MemorySwap: whole(MINIMUM_MEMORY, MAXIMUM.memoryBytes, 'memory'),
  NanoCpus: whole(1_000_000, MAXIMUM.cpus * 1e9, 'cpus'),
  PidsLimit: whole(1, MAXIMUM.pids, 'pids'),
};

const ALL_DROPPED: FieldRule = (value, field) =>
  Array.isArray(value) && value.length === 1 && value[0] === 'ALL'
    ? []
    : [breach('hardening', field, 'must drop every capability: [“ALL”]')];

const NO_NEW_PRIVILEGES: FieldRule = (value, field) =>
  Array.isArray(value) && value.length === 1 && value[0] === 'no-new-privileges'
    ? []
    : [breach('security-option', field, 'must be [“no-new-privileges”] and nothing else')];

const NETWORK_MODE: FieldRule = (value, field, context) =>
  value === 'none' ? [] : networkNameBreaches(String(value), field, context);

const FIELDS = object(
  {
    ...RESOURCES,
    Binds: BINDS,
    CapAdd: CAPABILITIES,
    CapDrop: ALL_DROPPED,
    ExtraHosts: EXTRA_HOSTS,
    Init: flag,
    IpcMode: oneOf(['', 'private'], 'ipc-namespace', NONE),
    LogConfig: LOG_CONFIG,
    Mounts: MOUNTS,
    NetworkMode: NETWORK_MODE,
    PortBindings: PORT_BINDINGS,
    Privileged: oneOf([false], 'privileged', 'may only be false'),
    ReadonlyRootfs: flag,
    RestartPolicy: RESTART_POLICY,
    SecurityOpt: NO_NEW_PRIVILEGES,
    ShmSize: whole(0, MAXIMUM.memoryBytes, 'memory'),
    Ulimits: ULIMIT_LIST,
  },
  ['CapDrop', 'LogConfig', 'Memory', 'MemorySwap', 'NanoCpus', 'NetworkMode', 'PidsLimit', 'SecurityOpt'],
  'hardening',
);

/**
 * What a container is given of its host. The hardening is not a default but a condition: without all of it nothing is
 * made. All capabilities are dropped; no image of the catalogue needs one, and only those that an admin has allowed on the
 * host are given back.
 */
export const HOST_CONFIG: FieldRule = (value, field, context) => {
  const wrong = FIELDS(value, field, context);
  if (!isPlainObject(value) || value.Memory === value.MemorySwap) return wrong;
  return [
    ...wrong,
    breach('memory', `${field}.MemorySwap`, 'must be the memory: a limit that swaps is none'),
  ];
};
