import { MAXIMUM, MINIMUM_HEALTH_INTERVAL_MS, ULIMITS } from '../limits';
import { EXTRA_HOST, isHostGateway } from '../reserved-names';
import { breach, type FieldRule, list, object, oneOf, record, text, whole } from './rule';

/** Fields that containers, services of a cluster and commands in them have in common. */
export const IMAGE: FieldRule = text(
  /^[a-z0-9][a-zA-Z0-9._:/@-]{0,511}$/,
  'image-reference',
  'is no image reference',
);

export const ARGUMENTS: FieldRule = list(text(), 10_000);

export const ENVIRONMENT: FieldRule = list(text(/^[^=]+=/, 'environment', 'must be NAME=value'), 10_000);

export const USER: FieldRule = text(/^[^\s:]{1,64}(:[^\s:]{1,64})?$/, 'user', 'must be user or user:group');

export const WORKING_DIR: FieldRule = text(/^\//, 'working-dir', 'must be an absolute path');

export const HOSTNAME: FieldRule = text(
  /^[a-zA-Z0-9_]([a-zA-Z0-9_.-]{0,61}[a-zA-Z0-9_])?$/,
  'hostname',
  'must be up to 63 letters, digits, “.”, “_” and “-”',
);

export const STOP_SIGNAL: FieldRule = text(
  /^((SIG)?[A-Z][A-Z0-9+-]{0,14}|\d{1,2})$/i,
  'stop-signal',
  'must be a signal such as SIGTERM',
);

const NANOSECONDS = 1_000_000;
const DAY = 86_400_000 * NANOSECONDS;

/** Nanoseconds, 0 being “as the image says”. */
const healthTime =
  (least: number): FieldRule =>
  (value, field) =>
    value === 0 || (typeof value === 'number' && value >= least && value <= DAY)
      ? []
      : [breach('healthcheck', field, `must be 0 or ${least / NANOSECONDS} ms to a day, in nanoseconds`)];

export const HEALTHCHECK: FieldRule = object({
  Test: ARGUMENTS,
  Interval: healthTime(MINIMUM_HEALTH_INTERVAL_MS * NANOSECONDS),
  Timeout: healthTime(NANOSECONDS),
  StartPeriod: healthTime(NANOSECONDS),
  StartInterval: healthTime(MINIMUM_HEALTH_INTERVAL_MS * NANOSECONDS),
  Retries: whole(0, 1_000_000, 'healthcheck'),
});

export const EXTRA_HOSTS: FieldRule = list((value, field, context) => {
  if (typeof value === 'string' && isHostGateway(value))
    return [breach('host-gateway', field, 'opens the host itself')];
  return text(EXTRA_HOST, 'extra-host', 'must be name:address')(value, field, context);
});

export const ULIMIT_LIST: FieldRule = list((value, field, context) => {
  const shape = object(
    { Name: text(/^[a-z]+$/, 'ulimit', 'is no limit'), Soft: ULIMIT_VALUE, Hard: ULIMIT_VALUE },
    ['Name', 'Soft', 'Hard'],
  )(value, field, context);
  if (shape.length > 0) return shape;
  const { Name, Soft, Hard } = value as { Name: string; Soft: number; Hard: number };
  return isAllowedUlimit(Name, Soft) && isAllowedUlimit(Name, Hard)
    ? []
    : [breach('ulimit', field, `asks for a limit “${Name}” that is not allowed`)];
}, 50);

const ULIMIT_VALUE: FieldRule = whole(-1, Number.MAX_SAFE_INTEGER, 'ulimit');

/** True when a service may set this limit of processes to this number; -1: no limit. */
export function isAllowedUlimit(name: string, value: number): boolean {
  const limit = Object.hasOwn(ULIMITS, name) ? ULIMITS[name] : undefined;
  if (!limit) return false;
  return value === -1 ? limit.unlimited : value >= 0 && value <= limit.most;
}

export const RESTART_POLICY: FieldRule = object({
  Name: oneOf(['', 'no', 'always', 'on-failure', 'unless-stopped'], 'restart'),
  MaximumRetryCount: whole(0, 1_000, 'restart'),
});

/** Rotated files on the host and nothing else: a log driver can carry a log anywhere, and fill a disk. */
export const LOG_CONFIG: FieldRule = object(
  {
    Type: oneOf(['json-file', 'local'], 'log-driver'),
    Config: object(
      {
        'max-size': text(/^[1-9]\d?m$/, 'log-driver', 'must be 1m to 99m'),
        'max-file': text(/^[1-9]$/, 'log-driver', 'must be 1 to 9'),
      },
      ['max-size', 'max-file'],
      'hardening',
    ),
  },
  ['Type', 'Config'],
  'hardening',
);

/** Options of a mount in memory. */
export const TMPFS_OPTIONS: FieldRule = object({
  SizeBytes: whole(0, MAXIMUM.memoryBytes),
  Mode: whole(0, 0o1777),
});

export const NO_VALUES: FieldRule = record(text(), object({}), 1_000);
