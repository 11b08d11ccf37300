import { type DesiredService, DomainError } from '@jalon/contracts';

/**
 * Services so that each comes after what it depends on; alphabetical where nothing else decides.
 * @throws DomainError COMPOSE_INVALID when they wait for each other.
 */
export function serviceOrder(services: Record<string, DesiredService>): DesiredService[] {
  const ordered: DesiredService[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string, path: string[]): void => {
    const service = Object.hasOwn(services, name) ? services[name] : undefined;
    if (!service || state.get(name) === 'done') return;
    if (state.get(name) === 'open') throw circle([...path.slice(path.indexOf(name)), name]);
    state.set(name, 'open');
    for (const dependency of Object.keys(service.dependsOn).sort()) visit(dependency, [...path, name]);
    state.set(name, 'done');
    ordered.push(service);
  };
  for (const name of Object.keys(services).sort()) visit(name, []);
  return ordered;
}

/** Names of the services that depend on one. */
export function dependentsOf(services: Record<string, DesiredService>, name: string): DesiredService[] {
  return Object.values(services).filter((service) => Object.hasOwn(service.dependsOn, name));
}

function circle(path: string[]): DomainError {
  const message = `Services wait for each other: ${path.join(' → ')}. Remove one of these dependencies.`;
  return new DomainError('COMPOSE_INVALID', message, [{ path: 'services', message }]);
}
