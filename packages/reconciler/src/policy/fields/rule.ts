import type { PolicyAllowance } from '../allowance';

/** One field of a request to an engine that may not be sent, and the rule that says so. */
export interface Breach {
  rule: string;
  /** Dotted path in the engine's own words: `HostConfig.Mounts[0].Source`. */
  field: string;
  /** Ends the sentence that begins with the field. Quotes no environment, label or argument: they may be secret. */
  message: string;
}

export interface FieldContext {
  allowance: PolicyAllowance;
  /** `<project>-<environment>` that the object says it belongs to: the prefix of its networks and volumes. Null: none. */
  stack: string | null;
}

/** Judges one value in the form in which it goes over the wire (JSON: no `undefined`, nothing computed). */
export type FieldRule = (value: unknown, field: string, context: FieldContext) => Breach[];

/** Fields that give power over the host or over others, and the rule that each breaks; small letters. */
const KNOWN_DANGERS: Readonly<Record<string, string>> = {
  privileged: 'privileged',
  capadd: 'added-capability',
  capabilities: 'added-capability',
  capabilityadd: 'added-capability',
  binds: 'bind-mount',
  bindoptions: 'bind-mount',
  volumesfrom: 'volumes-from',
  driverconfig: 'volume-driver-options',
  driveropts: 'volume-driver-options',
  volumedriver: 'volume-driver',
  clustervolumespec: 'volume-driver',
  devices: 'device',
  devicerequests: 'device',
  devicecgrouprules: 'device',
  securityopt: 'security-option',
  maskedpaths: 'security-option',
  readonlypaths: 'security-option',
  pidmode: 'pid-namespace',
  ipcmode: 'ipc-namespace',
  utsmode: 'uts-namespace',
  usernsmode: 'user-namespace',
  cgroup: 'cgroup-namespace',
  cgroupnsmode: 'cgroup-namespace',
  cgroupparent: 'cgroup-parent',
  sysctls: 'sysctl',
  runtime: 'runtime',
  isolation: 'runtime',
  oomkilldisable: 'out-of-memory',
  oomscoreadj: 'out-of-memory',
  storageopt: 'storage-option',
  groupadd: 'group',
  networkmode: 'network-mode',
  links: 'network-mode',
};

/** Rule that an unlisted field breaks. Letter case is none of ours: the engine reads `privileged` as `Privileged`. */
function ruleOfUnlisted(key: string): string {
  const plain = key.toLowerCase();
  return (Object.hasOwn(KNOWN_DANGERS, plain) ? KNOWN_DANGERS[plain] : undefined) ?? 'unlisted-field';
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object of these fields and no other. `required` ones must be there; `missing` is the rule that says so. */
export function object(
  fields: Readonly<Record<string, FieldRule>>,
  required: readonly string[] = [],
  missing = 'missing-field',
): FieldRule {
  return (value, field, context) => {
    if (!isPlainObject(value)) return [breach('wrong-type', field, 'must be an object')];
    const path = (key: string) => (field === '' ? key : `${field}.${key}`);
    const absent = required
      .filter((key) => !Object.hasOwn(value, key))
      .map((key) => breach(missing, path(key), 'must be set: nothing runs without it'));
    const present = Object.entries(value).flatMap(([key, entry]) => {
      const rule = Object.hasOwn(fields, key) ? fields[key] : undefined;
      return rule
        ? rule(entry, path(key), context)
        : [breach(ruleOfUnlisted(key), path(key), 'is not among the fields that Jalon may ask of an engine')];
    });
    return [...absent, ...present];
  };
}

export function list(rule: FieldRule, most = 1_000): FieldRule {
  return (value, field, context) => {
    if (!Array.isArray(value)) return [breach('wrong-type', field, 'must be a list')];
    if (value.length > most) return [breach('too-many', field, `has more than ${most} entries`)];
    return value.flatMap((item, index) => rule(item, `${field}[${index}]`, context));
  };
}

/** A map of any keys that pass `key`, each to a value that passes `rule`. */
export function record(key: FieldRule, rule: FieldRule, most = 1_000): FieldRule {
  return (value, field, context) => {
    if (!isPlainObject(value)) return [breach('wrong-type', field, 'must be an object')];
    const entries = Object.entries(value);
    if (entries.length > most) return [breach('too-many', field, `has more than ${most} entries`)];
    return entries.flatMap(([name, entry]) => [
      ...key(name, `${field} (a key)`, context),
      ...rule(entry, `${field}.${name.slice(0, 80)}`, context),
    ]);
  };
}

/** A text that matches; a zero byte never does, for it would end the text early in the kernel. */
export function text(
  pattern: RegExp = /^/,
  rule = 'wrong-value',
  message = 'has a form that is not allowed',
  most = 131_072,
): FieldRule {
  return (value, field) => {
    if (typeof value !== 'string') return [breach('wrong-type', field, 'must be a text')];
    if (value.includes('\0')) return [breach('zero-byte', field, 'holds a zero byte')];
    if (value.length > most) return [breach('too-long', field, `is longer than ${most} characters`)];
    return pattern.test(value) ? [] : [breach(rule, field, message)];
  };
}

export function oneOf(
  values: readonly (string | number | boolean)[],
  rule: string,
  message?: string,
): FieldRule {
  return (value, field) =>
    values.some((allowed) => allowed === value)
      ? []
      : [breach(rule, field, message ?? `may only be ${values.map((each) => `“${each}”`).join(' or ')}`)];
}

export function whole(least: number, most: number, rule = 'limit'): FieldRule {
  return (value, field) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? []
      : [breach(rule, field, `must be a whole number from ${least} to ${most}`)];
}

export const flag: FieldRule = (value, field) =>
  typeof value === 'boolean' ? [] : [breach('wrong-type', field, 'must be true or false')];

/** Present only to say that there is none of it. */
export function empty(rule: string): FieldRule {
  return (value, field) => {
    const size = Array.isArray(value)
      ? value.length
      : isPlainObject(value)
        ? Object.keys(value).length
        : Number.NaN;
    return size === 0 ? [] : [breach(rule, field, 'must be empty')];
  };
}

/** Both must be content. */
export function all(...rules: readonly FieldRule[]): FieldRule {
  return (value, field, context) => rules.flatMap((rule) => rule(value, field, context));
}

export function breach(rule: string, field: string, message: string): Breach {
  return { rule, field, message };
}
