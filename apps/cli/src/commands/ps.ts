import type { ObservedContainer } from '@jalon/contracts';
import type { Command } from '../args/command';
import { FILES, JSON_OUTPUT, NAMES, TIMEOUT } from '../args/options';
import { EXIT } from '../exit';
import { table } from '../view/table';
import { withStanding } from './name-command';
import { signalFor } from './stack-command';

/** `jalon compose ps`: what runs. */
export const ps: Command = {
  name: 'ps',
  summary: 'List the containers of the stack',
  usage: '[OPTIONS] [FILE…]',
  notes: ['With --project-name no file is needed.'],
  options: { ...NAMES, ...FILES, ...TIMEOUT, ...JSON_OUTPUT },
  run(io, given) {
    const { signal } = signalFor(io, given);
    return withStanding(io, given, given.positionals, async ({ engine, target }) => {
      const request = { environmentId: target.environmentId, images: [], exact: true };
      const { containers } = await engine.observe(request, { signal });
      const sorted = [...containers].sort((a, b) => (a.name < b.name ? -1 : 1));
      if (given.flag('json')) {
        io.out.write(`${JSON.stringify(sorted.map(asJson), null, 2)}\n`);
        return EXIT.ok;
      }
      if (sorted.length === 0) {
        io.err.write(`${target.projectName} has no containers on ${engine.where}.\n`);
        return EXIT.ok;
      }
      const now = io.clock.now();
      const head = ['SERVICE', 'STATE', 'SINCE', 'RESTARTS', 'PORTS', 'CONTAINER', 'IMAGE'];
      io.out.write(table([head, ...sorted.map((container) => row(container, now))]));
      return EXIT.ok;
    });
  },
};

function row(container: ObservedContainer, now: Date): string[] {
  const { service, kind, name, image, restartCount, startedAt, state } = container;
  const since = startedAt === null || state !== 'running' ? '-' : age(now.getTime() - Date.parse(startedAt));
  const who = kind === 'job' ? `${service} (job)` : service;
  return [who, stateOf(container), since, String(restartCount), ports(container) || '-', name, image];
}

function stateOf({ state, health, exitCode }: ObservedContainer): string {
  if (state === 'exited' && exitCode !== null) return `exited (${exitCode})`;
  return health === 'none' || state !== 'running' ? state : `${state} (${health})`;
}

function ports({ ports: open }: ObservedContainer): string {
  const texts = open.map(({ hostIp, published, target, protocol }) =>
    published === null ? `${target}/${protocol}` : `${hostIp}:${published}->${target}/${protocol}`,
  );
  return [...new Set(texts)].sort().join(', ');
}

function age(milliseconds: number): string {
  const seconds = Math.max(Math.floor(milliseconds / 1000), 0);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
}

function asJson({
  service,
  kind,
  name,
  id,
  image,
  state,
  health,
  exitCode,
  restartCount,
  startedAt,
  ports: open,
}: ObservedContainer) {
  return { service, kind, name, id, image, state, health, exitCode, restartCount, startedAt, ports: open };
}
