import { hash } from 'node:crypto';
import type { ContainerSpec } from '@jalon/contracts';

/** JSON with sorted keys: equal values give equal texts, whatever order they were written in. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** SHA-256 of a value in canonical JSON, hexadecimal. */
export function configHash(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'hex');
}

/** Twelve digits are enough to tell two versions of one part apart, and keep the label short. */
const PART_DIGITS = 12;

/** The hashes of the values that a service has when its file says nothing of them: most parts of most containers. */
const PLAIN = new Map<unknown, string>(
  [null, false, true, 0, 1, ''].map((value) => [value, partHash(value)]),
);

/** Parts of this name are files that were put into the container after it was made. */
export const FILE_PART = 'files.';

/**
 * Hash per named part of a container: what makes another container when it changes. Environment variables, mounts,
 * networks and the user's labels are parts of their own, so that a plan can name the one that changed.
 * @param networkHashes daemon network name → its own hash: a container follows when its network is made anew.
 */
export function partHashes(
  image: string,
  spec: ContainerSpec,
  userLabels: Record<string, string>,
  networkHashes: Record<string, string>,
): Record<string, string> {
  const { environment, labels: _ours, mounts, networks, files, ...rest } = spec;
  const parts: Record<string, unknown> = { image, ...rest };
  for (const [name, value] of Object.entries(environment)) parts[`environment.${name}`] = value;
  for (const [name, value] of Object.entries(userLabels)) parts[`labels.${name}`] = value;
  for (const file of files ?? []) parts[`${FILE_PART}${file.path}`] = file;
  for (const mount of mounts) parts[`volumes.${mount.target}`] = mount;
  for (const [name, aliases] of Object.entries(networks))
    parts[`networks.${name}`] = { aliases, network: networkHashes[name] ?? null };
  return Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, PLAIN.get(value) ?? partHash(value)]),
  );
}

function partHash(value: unknown): string {
  return configHash(value).slice(0, PART_DIGITS);
}

/** Names of the parts that differ, sorted: `environment.MODEL_URI`, `image`. */
export function changedParts(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}
