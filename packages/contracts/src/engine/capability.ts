/** Linux capabilities that an admin may allow on a host, by their names without `CAP_`. */
export const ALLOWABLE_CAPABILITIES = [
  'AUDIT_CONTROL',
  'AUDIT_READ',
  'AUDIT_WRITE',
  'BLOCK_SUSPEND',
  'CHECKPOINT_RESTORE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'IPC_LOCK',
  'IPC_OWNER',
  'KILL',
  'LEASE',
  'LINUX_IMMUTABLE',
  'MKNOD',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
  'SYS_NICE',
  'SYS_PACCT',
  'SYS_RESOURCE',
  'SYS_TTY_CONFIG',
  'WAKE_ALARM',
] as const;

/** Those that give away the host or what others do on it: nobody can allow them. */
export const NEVER_CAPABILITIES = [
  'ALL',
  'BPF',
  'DAC_READ_SEARCH',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'NET_ADMIN',
  'PERFMON',
  'SYSLOG',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_TIME',
] as const;

/** Why a capability is not given: it is none, nobody can allow it, or nobody has. */
export type CapabilityTrouble = 'UNKNOWN' | 'NEVER' | 'NOT_ALLOWED';

/**
 * A capability by the one name that it has here: `cap_net_raw` is `NET_RAW`. Null for what does not look like one. Whether
 * there is such a capability is not its question. Pure.
 */
export function plainCapability(text: string): string | null {
  if (text.length > 40 || !/^[A-Za-z_]+$/.test(text)) return null;
  return text.toUpperCase().replace(/^CAP_/, '');
}

/**
 * The one judge of a capability, for a file, for a request to an engine and for what an admin allows: null when it is among
 * those that are allowed and can be. Pure.
 */
export function capabilityTrouble(text: string, allowed: readonly string[]): CapabilityTrouble | null {
  const name = plainCapability(text);
  if (name === null) return 'UNKNOWN';
  if (NEVER_CAPABILITIES.some((never) => never === name)) return 'NEVER';
  if (!ALLOWABLE_CAPABILITIES.some((known) => known === name)) return 'UNKNOWN';
  return allowed.some((each) => plainCapability(each) === name) ? null : 'NOT_ALLOWED';
}
