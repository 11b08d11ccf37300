import type { Problems } from '../yaml/problems';
import { readMap, readText, readTexts } from '../yaml/read';
import { isNull, type TreeNode } from '../yaml/tree';

/** `networks` of a service, as list or map: network → aliases. */
export function readServiceNetworks(node: TreeNode, problems: Problems): Record<string, string[]> {
  const networks: Record<string, string[]> = {};
  if (isNull(node)) return networks;
  if (node.kind === 'list') {
    for (const item of node.items) {
      const name = readText(item, problems);
      if (name !== null && name !== '__proto__') networks[name] = [];
    }
    return networks;
  }
  const map = readMap(node, problems, 'a list of networks, or a map "network: {aliases: […]}"');
  for (const { key, value } of map?.entries ?? []) {
    networks[key] = isNull(value) ? [] : readAliases(value, problems);
  }
  return networks;
}

function readAliases(node: TreeNode, problems: Problems): string[] {
  const map = readMap(node, problems, '"aliases: […]"');
  let aliases: string[] = [];
  for (const { key, at, value } of map?.entries ?? []) {
    if (key === 'aliases') aliases = readTexts(value, problems);
    else if (key.startsWith('x-')) continue;
    else if (key === 'priority' || key === 'gw_priority')
      problems.warn(at, `"${key}" of a network has no effect here.`);
    else problems.error(at, `"${key}" of a network is not supported. Known: aliases.`);
  }
  return aliases;
}
