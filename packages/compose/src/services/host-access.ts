import type { HostAccess } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readBoolean, readPairs, readText, readTexts } from '../yaml/read';
import { entryOf, isNull, type TreeNode } from '../yaml/tree';

/** Keys without a field of their own in the model; the policy refuses each by its name. */
export const OTHER_HOST_KEYS = [
  'blkio_config',
  'cgroup',
  'credential_spec',
  'device_cgroup_rules',
  'gpus',
  'group_add',
  'isolation',
  'oom_kill_disable',
  'oom_score_adj',
  'runtime',
  'storage_opt',
  'use_api_socket',
  'uts',
  'volumes_from',
] as const;

type HostReader = (access: HostAccess, node: TreeNode, problems: Problems) => void;

/** Keys that ask for power over the host: captured, so that the policy can refuse them by rule. */
export const HOST_ACCESS_READERS: Record<string, HostReader> = {
  privileged: (access, node, problems) => {
    access.privileged = readBoolean(node, problems) ?? true;
  },
  cap_add: (access, node, problems) => {
    access.capAdd = readTexts(node, problems);
  },
  devices: (access, node, problems) => {
    access.devices = node.kind === 'list' ? node.items.map(device) : readTexts(node, problems);
  },
  security_opt: (access, node, problems) => {
    access.securityOpt = readTexts(node, problems);
  },
  network_mode: (access, node, problems) => {
    access.networkMode = readText(node, problems);
  },
  pid: (access, node, problems) => {
    access.pid = readText(node, problems);
  },
  ipc: (access, node, problems) => {
    access.ipc = readText(node, problems);
  },
  userns_mode: (access, node, problems) => {
    access.usernsMode = readText(node, problems);
  },
  cgroup_parent: (access, node, problems) => {
    access.cgroupParent = readText(node, problems);
  },
  sysctls: (access, node, problems) => {
    access.sysctls = readPairs(node, problems).map(({ name, value }) => `${name}=${value ?? ''}`);
  },
};

/** The long form in the words of the short one. */
function device(node: TreeNode): string {
  if (node.kind !== 'map') return describe(node);
  const field = (key: string) => describe(entryOf(node, key) ?? node);
  if (!entryOf(node, 'source')) return describe(node);
  const target = entryOf(node, 'target') ? field('target') : field('source');
  return [field('source'), target, ...(entryOf(node, 'permissions') ? [field('permissions')] : [])].join(':');
}

/** What a service that asks for nothing has. */
export function noHostAccess(): HostAccess {
  return {
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
  };
}

/** A value in short, for the refusal's text. */
export function describe(node: TreeNode): string {
  if (node.kind === 'scalar') return node.text.slice(0, 80);
  if (node.kind === 'list') return node.items.map(describe).join(', ').slice(0, 80);
  return node.entries
    .filter((entry) => !isNull(entry.value))
    .map((entry) => `${entry.key}: ${describe(entry.value)}`)
    .join(', ')
    .slice(0, 80);
}
