import type { ServiceModel, StackModel } from '@jalon/contracts';
import type { Place, Problems } from './yaml/problems';
import { entryOf, type MapNode } from './yaml/tree';

/** Names that point at nothing, and dependencies that go round in a circle. */
export function checkReferences(stack: StackModel, root: MapNode, problems: Problems): void {
  for (const service of Object.values(stack.services)) {
    const place = (key: string) => placeOf(root, service.name, key);
    for (const name of Object.keys(service.networks)) {
      if (Object.hasOwn(stack.networks, name) || name === 'default') continue;
      problems.error(
        place('networks'),
        `Network "${name}" is not declared. Add it under the top-level "networks".`,
      );
    }
    if (Object.hasOwn(service.networks, 'default') && !Object.hasOwn(stack.networks, 'default'))
      stack.networks.default = { name: 'default', external: null, internal: false, driver: null, labels: {} };
    for (const { type, source } of service.mounts) {
      if (type !== 'volume' || source === '' || Object.hasOwn(stack.volumes, source)) continue;
      problems.error(
        place('volumes'),
        `Volume "${source.slice(0, 80)}" is not declared. Add it under the top-level "volumes".`,
      );
    }
    for (const key of ['secrets', 'configs'] as const)
      for (const { source } of service[key])
        if (!Object.hasOwn(stack[key], source))
          problems.error(
            place(key),
            `"${source.slice(0, 80)}" is not declared. Add it under the top-level "${key}".`,
          );
    checkDependencies(stack, service, place('depends_on'), problems);
  }
  const cycle = findCycle(stack);
  const first = cycle?.[0];
  if (cycle && first !== undefined)
    problems.error(
      placeOf(root, first, 'depends_on'),
      `Services wait for each other: ${[...cycle, first].join(' → ')}. Remove one of these dependencies.`,
    );
}

function checkDependencies(stack: StackModel, service: ServiceModel, place: Place, problems: Problems): void {
  for (const [name, { condition, required }] of Object.entries(service.dependsOn)) {
    const target = Object.hasOwn(stack.services, name) ? stack.services[name] : undefined;
    if (!target && required) problems.error(place, `Service "${name}" does not exist. Correct the name.`);
    if (target?.jalon.role === 'job' && service.jalon.role !== 'job')
      problems.error(place, `"${name}" is a job: it runs on request, so nothing can wait for it.`);
    if (condition === 'service_healthy' && target?.healthcheck?.test[0] === 'NONE')
      problems.error(place, `"${name}" has its health check turned off, so nothing can wait for its health.`);
  }
}

/** One circle of dependencies, or null. */
function findCycle(stack: StackModel): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): string[] | null => {
    if (path.includes(name)) return path.slice(path.indexOf(name));
    if (done.has(name) || !Object.hasOwn(stack.services, name)) return null;
    path.push(name);
    for (const next of Object.keys(stack.services[name]?.dependsOn ?? {})) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(name);
    return null;
  };
  for (const name of Object.keys(stack.services)) {
    const cycle = visit(name);
    if (cycle) return cycle;
  }
  return null;
}

/** Where a key of a service stands; the service itself when the key is not written. */
function placeOf(root: MapNode, service: string, key: string): Place {
  const services = entryOf(root, 'services');
  const node = services?.kind === 'map' ? entryOf(services, service) : undefined;
  const entry = node?.kind === 'map' ? node.entries.find((candidate) => candidate.key === key) : undefined;
  return entry?.at ?? node ?? root;
}
