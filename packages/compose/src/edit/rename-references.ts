import { isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap } from 'yaml';

/** Old name → new name. */
export type Renames = ReadonlyMap<string, string>;

/** Writes the new names of services and volumes into a service of a fragment, in place. */
export function renameReferences(service: Node | null, services: Renames, volumes: Renames): void {
  if (!isMap(service)) return;
  renameDependencies(service.get('depends_on', true) as Node | undefined, services);
  const mounts = service.get('volumes', true);
  if (!isSeq(mounts)) return;
  for (const mount of mounts.items) {
    if (isMap(mount)) renameScalar(mount.get('source', true), volumes);
    else if (isScalar(mount) && typeof mount.value === 'string') {
      const [source = '', ...rest] = mount.value.split(':');
      const renamed = rest.length > 0 ? volumes.get(source) : undefined;
      if (renamed) mount.value = [renamed, ...rest].join(':');
    }
  }
}

function renameDependencies(node: Node | undefined, services: Renames): void {
  if (isSeq(node)) for (const item of node.items) renameScalar(item, services);
  if (!isMap(node)) return;
  for (const pair of (node as YAMLMap).items) renameScalar(pair.key, services);
}

function renameScalar(node: unknown, renames: Renames): void {
  if (!(node instanceof Scalar) || typeof node.value !== 'string') return;
  node.value = renames.get(node.value) ?? node.value;
}
