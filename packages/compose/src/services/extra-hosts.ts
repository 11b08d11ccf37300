import type { Problems } from '../yaml/problems';
import { readText, readTexts } from '../yaml/read';
import type { TreeNode } from '../yaml/tree';

/** `extra_hosts`, as list `name:address`, `name=address` or map `name: address(es)`; an address may stand in brackets. */
export function readExtraHosts(node: TreeNode, problems: Problems): string[] {
  const hosts: { name: string; address: string; at: TreeNode }[] = [];
  if (node.kind === 'map') {
    for (const { key, value } of node.entries)
      for (const address of readTexts(value, problems)) hosts.push({ name: key, address, at: value });
  } else
    for (const item of node.kind === 'list' ? node.items : [node]) {
      const match = /^([^:=]+)[:=](.+)$/.exec(readText(item, problems) ?? '');
      if (match) hosts.push({ name: match[1] ?? '', address: match[2] ?? '', at: item });
      else problems.error(item, 'Expected "name:address", such as "db:10.0.0.5".');
    }
  return hosts.map(({ name, address, at }) => {
    const plain = address.trim().replace(/^\[|\]$/g, '');
    if (!/^(host-gateway|[0-9a-fA-F:.]+)$/.test(plain))
      problems.error(at, `"${address.slice(0, 80)}" is no address. Write one such as 10.0.0.5.`);
    return `${name.trim()}:${plain}`;
  });
}
