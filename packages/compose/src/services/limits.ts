import type { ServiceModel, UlimitModel } from '@jalon/contracts';
import type { Place, Problems } from '../yaml/problems';
import { readBytes, readInteger, readMap, readNumber, readText } from '../yaml/read';
import { entryOf, isNull, type TreeNode, toJson } from '../yaml/tree';
import { describe } from './host-access';
import { readReplicas } from './replicas';

/** `deploy`: resource limits and the restart policy; the rest belongs to clusters and is named. */
export function readDeploy(node: TreeNode, service: ServiceModel, problems: Problems): void {
  if (isNull(node)) return;
  for (const { key, at, value } of readMap(node, problems, 'a map with resources')?.entries ?? []) {
    if (key === 'resources') readResources(value, service, problems);
    else if (key === 'restart_policy')
      service.restart = readRestartPolicy(value, problems) ?? service.restart;
    else if (key === 'replicas') readReplicas(service, value, problems);
    else if (!key.startsWith('x-')) problems.warn(at, `"deploy.${key}" has no effect on a single engine.`);
  }
}

/** `pids_limit`; 0 and -1 mean “no limit” in Compose and the default limit here. */
export function readPids(node: TreeNode, problems: Problems): number | null {
  const pids = readInteger(node, problems, -1);
  if (pids === null || pids > 0) return pids;
  problems.warn(node, 'Processes are always limited: the default applies.');
  return null;
}

/** `mem_limit`; 0 means “no limit” in Compose and the default limit here. */
export function readMemory(node: TreeNode, problems: Problems): number | null {
  const bytes = readBytes(node, problems);
  if (bytes !== 0) return bytes;
  problems.warn(node, 'Memory is always limited: the default applies.');
  return null;
}

/** `ulimits`: a number, or soft and hard. */
export function readUlimits(node: TreeNode, problems: Problems): Record<string, UlimitModel> {
  const ulimits: Record<string, UlimitModel> = {};
  if (isNull(node)) return ulimits;
  for (const { key, at, value } of readMap(node, problems, 'a map "nofile: 65536"')?.entries ?? []) {
    if (!/^[a-z]+$/.test(key)) problems.error(at, `"${key}" is no limit. Write one such as nofile or nproc.`);
    const soft = value.kind === 'map' ? entryOf(value, 'soft') : value;
    const hard = value.kind === 'map' ? entryOf(value, 'hard') : value;
    if (!soft || !hard) {
      problems.error(value, 'Expected a number, or both "soft" and "hard".');
      continue;
    }
    ulimits[key] = { soft: readInteger(soft, problems, -1) ?? 0, hard: readInteger(hard, problems, -1) ?? 0 };
  }
  return ulimits;
}

function readResources(node: TreeNode, service: ServiceModel, problems: Problems): void {
  if (isNull(node)) return;
  for (const { key, at, value } of readMap(node, problems, 'a map with limits')?.entries ?? []) {
    if (key === 'limits') readLimits(value, service, problems);
    else if (key === 'reservations') readReservations(value, service, problems);
    else problems.warn(at, `"deploy.resources.${key}" has no effect on a single engine.`);
  }
}

/** Devices (a graphics card, mostly) are asked of the host, so the policy decides; the rest is for a scheduler. */
function readReservations(node: TreeNode, service: ServiceModel, problems: Problems): void {
  if (isNull(node)) return;
  for (const { key, at, value } of readMap(node, problems, 'a map with devices')?.entries ?? []) {
    const path = `deploy.resources.reservations.${key}`;
    if (key === 'devices' || key === 'generic_resources') {
      if (!isNull(value))
        service.hostAccess.other.push({ key: path, value: describe(value), written: toJson(value) });
    } else if (!key.startsWith('x-')) problems.warn(at, `"${path}" has no effect on a single engine.`);
  }
}

function readLimits(node: TreeNode, service: ServiceModel, problems: Problems): void {
  if (isNull(node)) return;
  for (const { key, at, value } of readMap(node, problems, 'a map with cpus, memory, pids')?.entries ?? []) {
    if (key === 'cpus') service.cpus = same(service.cpus, readNumber(value, problems), at, problems);
    else if (key === 'memory')
      service.memoryBytes = same(service.memoryBytes, readMemory(value, problems), at, problems);
    else if (key === 'pids') service.pids = same(service.pids, readPids(value, problems), at, problems);
    else if (!key.startsWith('x-'))
      problems.error(at, `"${key}" is no limit that is supported. Known: cpus, memory, pids.`);
  }
}

/** A limit may be written in two places, as one value. */
function same(before: number | null, now: number | null, at: Place, problems: Problems): number | null {
  if (before !== null && now !== null && before !== now)
    problems.error(at, 'This limit is also written outside of "deploy", and differs. Keep one of them.');
  return now ?? before;
}

function readRestartPolicy(node: TreeNode, problems: Problems): ServiceModel['restart'] | null {
  const map = isNull(node) ? null : readMap(node, problems, 'a map with condition');
  const condition = map && entryOf(map, 'condition');
  for (const { key, at } of map?.entries ?? [])
    if (key !== 'condition') problems.warn(at, `"restart_policy.${key}" has no effect on a single engine.`);
  if (!condition) return null;
  const text = readText(condition, problems);
  if (text === 'none') return 'no';
  if (text === 'on-failure') return 'on-failure';
  if (text === 'any') return 'always';
  problems.error(condition, `"${text}" is no condition. Write none, on-failure or any.`);
  return null;
}
