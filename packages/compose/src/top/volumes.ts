import type { VolumeModel } from '@jalon/contracts';
import { readLabels } from '../services/environment';
import type { Problems } from '../yaml/problems';
import { readMap, readPairs, readText } from '../yaml/read';
import { type Entry, isNull } from '../yaml/tree';
import { readExternal } from './external';

/** One entry of the top-level `volumes`. Driver options are captured: the policy decides on them. */
export function readVolume(entry: Entry, problems: Problems): VolumeModel {
  const volume: VolumeModel = { name: entry.key, external: null, driver: null, driverOpts: {}, labels: {} };
  if (isNull(entry.value)) return volume;
  const map = readMap(entry.value, problems, 'a map with driver, driver_opts, external, labels');
  if (!map) return volume;
  volume.external = readExternal(map, entry.key, problems);
  for (const { key, at, value } of map.entries) {
    if (key === 'external' || key === 'name') continue;
    if (key === 'driver') volume.driver = isNull(value) ? null : readText(value, problems);
    else if (key === 'labels') volume.labels = readLabels(value, problems);
    else if (key === 'driver_opts') {
      for (const { name, value: option } of readPairs(value, problems))
        volume.driverOpts[name] = option ?? '';
    } else if (!key.startsWith('x-'))
      problems.error(
        at,
        `"${key}" of a volume is not supported. Known: driver, driver_opts, external, labels.`,
      );
  }
  return volume;
}
