import type { Problems } from '../yaml/problems';
import { entryOf, isNull, type MapNode } from '../yaml/tree';

/** Far above any stack that one engine carries; keeps every later pass over the graph cheap. */
export const MAX_SERVICES = 200;
const KNOWN = ['services', 'networks', 'volumes', 'secrets', 'configs', 'include', 'name', 'version'];

/** Keys at the top of each file, whatever file it is merged into. */
export function checkTopLevel(root: MapNode, problems: Problems): void {
  for (const { key, at, value } of root.entries) {
    if (key === 'name' && !isNull(value))
      problems.warn(value, '"name" has no effect here: a stack is named after its project and environment.');
    if (key.startsWith('x-') || KNOWN.includes(key)) continue;
    const advice =
      key === 'models' ? 'Run the model as a service.' : `Known: ${KNOWN.slice(0, -2).join(', ')}, x-….`;
    problems.error(at, `"${key.slice(0, 80)}" is not supported at the top of the file. ${advice}`);
  }
  const services = entryOf(root, 'services');
  if (services?.kind === 'map' && services.entries.length > MAX_SERVICES)
    problems.error(root, `The stack has more than ${MAX_SERVICES} services. Split it.`);
}
