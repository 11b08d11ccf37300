import { readPorts } from '../services/ports';
import { readMounts } from '../services/volumes';
import { Problems } from '../yaml/problems';
import { entryOf, type TreeNode } from '../yaml/tree';

/** What makes an entry of a list the same one in two files; entries that cannot be read are only like themselves. */

export function portIdentity(node: TreeNode): string {
  const ports = readPorts({ ...node, kind: 'list', items: [node] }, new Problems());
  const keys = ports.map(
    ({ hostIp, published, target, protocol }) => `${hostIp}:${published}:${target}/${protocol}`,
  );
  return keys.length > 0 ? keys.join() : plain(node);
}

/** The path in the container that a volume, a secret, a config or a device appears at. */
export function targetIdentity(node: TreeNode, key: string): string {
  if (key === 'volumes') {
    const [mount] = readMounts({ ...node, kind: 'list', items: [node] }, new Problems());
    return mount?.target.replace(/\/+$/, '') ?? plain(node);
  }
  const target = node.kind === 'map' ? (entryOf(node, 'target') ?? entryOf(node, 'source')) : node;
  if (target?.kind !== 'scalar') return plain(node);
  if (key === 'devices' && node.kind === 'scalar') return target.text.split(':')[1] ?? target.text;
  return target.text.replace(/^\/run\/secrets\//, '');
}

function plain(node: TreeNode): string {
  return node.kind === 'scalar' ? node.text : `${node.path}:${node.line}:${node.column}`;
}
