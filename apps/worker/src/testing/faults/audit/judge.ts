import type { TestEnvironment } from '@jalon/db/testing';
import type { StackDraft } from '../stacks/stack';
import type { Finding } from './finding';
import type { Seen, SeenContainer } from './on-engine';
import { deployedServices, runsOnce, type Standing } from './standing';

/**
 * What is not as it should be on the engine. It knows nothing of how the worker plans: names are spelt out once more.
 * @param volumes every volume that a revision of the environment has declared: none of them may ever go
 */
export function judge(
  environment: TestEnvironment,
  seen: Seen,
  standing: Standing,
  volumes: ReadonlySet<string>,
): Finding[] {
  const prefix = `${environment.projectSlug}-${environment.environmentSlug}`;
  const services = servicesOf(standing);
  const lost = [...volumes].map((name) => `${prefix}_${name}`).filter((name) => !seen.volumes.includes(name));
  return [
    ...services.flatMap((service) => judgeService(service, prefix, seen, standing)),
    ...strangers(seen, services, prefix),
    ...judgeNetworks(seen, prefix, standing),
    ...lost.map((name): Finding => ({ kind: 'volume-lost', what: name })),
  ];
}

function servicesOf(standing: Standing): readonly string[] {
  if (standing.state === 'removed') return [];
  return standing.state === 'failed' ? standing.services : deployedServices(standing.stack);
}

function judgeService(service: string, prefix: string, seen: Seen, standing: Standing): Finding[] {
  const name = `${prefix}-${service}-1`;
  const container = seen.containers.find((one) => one.name === name);
  if (standing.state === 'failed') {
    return container?.state === 'running' ? [{ kind: 'wrong', what: `${name} still runs` }] : [];
  }
  if (standing.state === 'removed') return [];
  if (!container) return [{ kind: 'missing', what: name }];
  return faultsOf(container, service, prefix, standing).map(
    (what): Finding => ({ kind: 'wrong', what: `${name}: ${what}` }),
  );
}

function faultsOf(
  container: SeenContainer,
  service: string,
  prefix: string,
  { state, stack }: { state: 'running' | 'stopped'; stack: StackDraft },
): string[] {
  const draft = stack[service];
  if (!draft) return ['is not in the stack'];
  const once = runsOnce(stack, service);
  const runs = state === 'running' && !once;
  const networks = draft.networks.map((network) => `${prefix}_${network}`).sort();
  const volumes = draft.volume === null ? [] : [`${prefix}_${draft.volume}`];
  const checks: [string, unknown, unknown][] = [
    ['service', container.service, service],
    ['version', container.version, String(draft.version)],
    ['state', container.state, runs ? 'running' : 'exited'],
    ['health', runs ? container.health : '', runs ? (draft.checked ? 'healthy' : 'none') : ''],
    ['exit code', once ? container.exitCode : 0, 0],
    ['networks', container.networks, networks],
    ['volumes', container.volumes, volumes],
    ['ports', runs ? container.ports : [], runs && draft.port !== null ? [draft.port] : []],
  ];
  return checks
    .filter(([, is, should]) => JSON.stringify(is) !== JSON.stringify(should))
    .map(([what, is, should]) => `${what} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
}

/** Containers that should not be there, by what went wrong with them. */
function strangers(seen: Seen, services: readonly string[], prefix: string): Finding[] {
  const wanted = new Set(services.map((service) => `${prefix}-${service}-1`));
  return seen.containers
    .filter(({ name }) => !wanted.has(name))
    .map(({ name, service, state }): Finding => {
      const proper = name === `${prefix}-${service}-1`;
      const kind = !proper ? 'temporary-name' : services.includes(service) ? 'duplicate' : 'orphan';
      return { kind, what: `${name} (${state})` };
    });
}

function judgeNetworks(seen: Seen, prefix: string, standing: Standing): Finding[] {
  const twice = seen.networks.filter((name, index) => seen.networks.indexOf(name) !== index);
  const findings = twice.map((name): Finding => ({ kind: 'duplicate', what: `network ${name}` }));
  if (standing.state === 'failed') return findings;
  const stack = standing.state === 'removed' ? {} : standing.stack;
  const wanted = new Set(
    Object.values(stack).flatMap(({ networks }) => networks.map((name) => `${prefix}_${name}`)),
  );
  const orphans = [...new Set(seen.networks)].filter((name) => !wanted.has(name));
  const missing = [...wanted].filter((name) => !seen.networks.includes(name));
  return [
    ...findings,
    ...orphans.map((name): Finding => ({ kind: 'orphan', what: `network ${name}` })),
    ...missing.map((name): Finding => ({ kind: 'missing', what: `network ${name}` })),
  ];
}
