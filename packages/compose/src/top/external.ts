import type { Problems } from '../yaml/problems';
import { readBoolean, readText } from '../yaml/read';
import { entryOf, isNull, type MapNode } from '../yaml/tree';

/** The name of the existing object that `external` means; null: Jalon makes it. */
export function readExternal(map: MapNode, key: string, problems: Problems): string | null {
  const external = entryOf(map, 'external');
  const nameNode = entryOf(map, 'name');
  const name = nameNode && !isNull(nameNode) ? readText(nameNode, problems) : null;
  const nested = external?.kind === 'map' ? entryOf(external, 'name') : undefined;
  if (nested) return readText(nested, problems) ?? key;
  if (external && !isNull(external) && readBoolean(external, problems)) return name ?? key;
  if (nameNode && name !== null)
    problems.warn(
      nameNode,
      '"name" has no effect here: Jalon names it after the project and the environment.',
    );
  return null;
}
