import type { Random } from '../random';
import type { Condition, Flaw, ServiceDraft, StackDraft } from './stack';

const NAMES: readonly string[] = ['a', 'b', 'c', 'd'];

/** What the services of one environment may be given. */
export interface Means {
  /** Host ports that nobody else has; a service gets the one of its own place. */
  ports: readonly number[];
}

/** Flaws that a random walk meets; the others take their time and are tried by themselves. */
const FLAWS: readonly Flaw[] = ['exits', 'unhealthy', 'bad-command', 'no-image'];

/** Two services or more, at most four; each may depend on those before it. */
export function drawStack(random: Random, means: Means, version: number, most: number): StackDraft {
  const count = random.between(2, most);
  const stack: Record<string, ServiceDraft> = {};
  NAMES.slice(0, count).forEach((name, place) => {
    stack[name] = drawService(random, means, { version, place, before: stack });
  });
  return consistent(stack);
}

/** The next revision: some services in another version or otherwise made, one gone or one more. */
export function changeStack(random: Random, means: Means, stack: StackDraft, version: number): StackDraft {
  const entries = Object.entries(stack);
  const goes = entries.length > 2 && random.chance(0.3) ? entries.at(-1)?.[0] : null;
  const next: Record<string, ServiceDraft> = {};
  for (const [name, draft] of entries) {
    if (name === goes) continue;
    const place = NAMES.indexOf(name);
    const drawn = drawService(random, means, { version, place, before: next });
    next[name] = random.chance(0.2) ? drawn : random.chance(0.7) ? { ...draft, version } : draft;
  }
  const added = NAMES[entries.length];
  if (goes === null && added !== undefined && random.chance(0.4)) {
    next[added] = drawService(random, means, { version, place: entries.length, before: next });
  }
  return consistent(next);
}

/** The same stack with one of its servers broken. */
export function breakStack(random: Random, stack: StackDraft, version: number): StackDraft {
  const servers = Object.keys(stack).filter((name) => stack[name]?.kind === 'server');
  const victim = random.pick(servers.length > 0 ? servers : Object.keys(stack));
  const flaw = random.pick(FLAWS);
  const changed = Object.entries(stack).map(([name, draft]): [string, ServiceDraft] => {
    if (name === victim)
      return [name, { ...draft, version, flaw, checked: draft.checked || flaw === 'unhealthy' }];
    return [name, random.chance(0.6) ? { ...draft, version } : draft];
  });
  return Object.fromEntries(changed);
}

interface Place {
  version: number;
  place: number;
  before: StackDraft;
}

function drawService(random: Random, { ports }: Means, { version, place, before }: Place): ServiceDraft {
  const kind =
    place === 0 && random.chance(0.3) ? 'once' : place > 1 && random.chance(0.1) ? 'job' : 'server';
  const isServer = kind === 'server';
  const networks = random.pick([['default'], ['default'], ['back'], ['default', 'back'], ['back', 'front']]);
  const exposed = isServer && random.chance(0.35);
  const wanted = Object.keys(before).filter((name) => before[name]?.kind !== 'job' && random.chance(0.5));
  return {
    version,
    kind,
    checked: exposed || (isServer && random.chance(0.3)),
    networks,
    volume: !exposed && random.chance(0.4) ? random.pick(['data', 'more']) : null,
    port: isServer && !exposed && random.chance(0.3) ? (ports[place] ?? null) : null,
    exposed,
    dependsOn: Object.fromEntries(wanted.map((name) => [name, conditionOf(before[name])])),
    flaw: null,
  };
}

/** What can be waited for may have changed with a service; what nobody waits for does not run to its end. */
function consistent(stack: StackDraft): StackDraft {
  const awaited = new Set(Object.values(stack).flatMap((draft) => Object.keys(draft.dependsOn)));
  const kinds = Object.entries(stack).map(([name, draft]): [string, ServiceDraft] => {
    const idle = draft.kind === 'once' && !awaited.has(name);
    return [name, idle ? { ...draft, kind: 'server' } : draft];
  });
  const present = Object.fromEntries(kinds);
  const entries = kinds.map(([name, draft]): [string, ServiceDraft] => {
    const others = Object.keys(draft.dependsOn).filter(
      (other) => present[other] && present[other].kind !== 'job',
    );
    const dependsOn = Object.fromEntries(others.map((other) => [other, conditionOf(present[other])]));
    return [name, { ...draft, dependsOn }];
  });
  return Object.fromEntries(entries);
}

function conditionOf(dependency: ServiceDraft | undefined): Condition {
  if (dependency?.kind === 'once') return 'service_completed_successfully';
  return dependency?.checked ? 'service_healthy' : 'service_started';
}
