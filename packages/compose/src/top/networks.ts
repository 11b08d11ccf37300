import type { NetworkModel } from '@jalon/contracts';
import { readLabels } from '../services/environment';
import type { Problems } from '../yaml/problems';
import { readBoolean, readMap, readText } from '../yaml/read';
import { type Entry, entryOf, isNull } from '../yaml/tree';
import { readExternal } from './external';

/** One entry of the top-level `networks`. */
export function readNetwork(entry: Entry, problems: Problems): NetworkModel {
  const network = blankNetwork(entry.key);
  if (isNull(entry.value)) return network;
  const map = readMap(entry.value, problems, 'a map with driver, internal, external');
  if (!map) return network;
  network.external = readExternal(map, entry.key, problems);
  for (const { key, at, value } of map.entries) {
    if (key === 'external' || key === 'name') continue;
    if (key === 'driver') network.driver = isNull(value) ? null : readText(value, problems);
    else if (key === 'internal') network.internal = readBoolean(value, problems) ?? false;
    else if (key === 'labels') network.labels = readLabels(value, problems);
    else if (key === 'ipam')
      problems.warn(at, '"ipam" has no effect here: the engine chooses the addresses.');
    else if (key === 'attachable') problems.warn(at, '"attachable" has no effect on a single engine.');
    else if (!key.startsWith('x-'))
      problems.error(
        at,
        `"${key}" of a network is not supported. Known: driver, internal, external, labels.`,
      );
  }
  if (network.driver !== null && network.driver !== 'bridge')
    problems.error(
      entryOf(map, 'driver') ?? map,
      `Network driver "${network.driver}" is not supported. Write bridge, or leave it out.`,
    );
  return network;
}

/** A network that is only named. */
export function blankNetwork(name: string): NetworkModel {
  return { name, external: null, internal: false, driver: null, labels: {} };
}
