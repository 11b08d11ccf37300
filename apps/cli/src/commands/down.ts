import { type DesiredState, isDomainError, type ObservedState, type StackTarget } from '@jalon/contracts';
import type { DockerEngine } from '@jalon/docker';
import { desiredState, emptyState, reconcile } from '@jalon/reconciler';
import type { Command } from '../args/command';
import type { Given } from '../args/given';
import { FILES, NAMES, TIMEOUT } from '../args/options';
import { UsageError } from '../args/usage-error';
import { withLock } from '../deploy/lock';
import { runPlan } from '../deploy/run-plan';
import { EXIT } from '../exit';
import type { Io } from '../io';
import { readProfiles } from '../stack/profiles';
import type { LocalStack } from '../stack/read-stack';
import { count } from '../view/plain';
import { createProgress } from '../view/progress';
import { tellFailure } from '../view/tell';
import { type Standing, withStanding } from './name-command';
import { signalFor } from './stack-command';

/** `jalon compose down`: nothing of the stack is left but its data. */
export const down: Command = {
  name: 'down',
  summary: 'Stop and remove the containers and networks of the stack; its volumes stay',
  usage: '[OPTIONS] [FILE…]',
  notes: ['With --project-name no file is needed.'],
  options: {
    volumes: { type: 'boolean', help: 'Remove its volumes as well, with all that is in them, after asking' },
    yes: { type: 'boolean', short: 'y', help: 'Do not ask' },
    ...NAMES,
    ...FILES,
    ...TIMEOUT,
  },
  run(io, given) {
    const { signal } = signalFor(io, given);
    return withStanding(io, given, given.positionals, (standing) =>
      withLock(standing.engine.where, standing.target, () => takeDown(io, given, standing, signal)),
    );
  },
};

async function takeDown(
  io: Io,
  given: Given,
  { engine, target, local }: Standing,
  signal: AbortSignal,
): Promise<number> {
  const { environmentId, projectName } = target;
  const observed = await engine.observe({ environmentId, images: [] }, { signal });
  const lost = given.flag('volumes') ? observed.volumes.map(({ name }) => name).sort() : [];
  if (lost.length > 0 && !(await isMeant(io, given, target, lost))) return EXIT.failed;
  const plan = reconcile(orderOf(io, given, local, target), observed, { action: 'REMOVE' }, io.clock.now());
  const result = await runPlan(engine, plan, createProgress(io), signal);
  if (result.failure) {
    tellFailure(io, result.failure.error, target);
    return EXIT.failed;
  }
  if (result.outcome === 'CANCELLED') {
    io.err.write('Cancelled; down again takes away what is left.\n');
    return EXIT.cancelled;
  }
  await removeVolumes(io, engine, target, lost);
  io.err.write(`${projectName}: ${farewell(plan.operations.length, observed, lost)}\n`);
  return EXIT.ok;
}

/** The order and the patience that the file asks for, where there is one that can be read; else nothing is known of either. */
function orderOf(io: Io, given: Given, local: LocalStack | null, target: StackTarget): DesiredState {
  if (!local) return emptyState(target);
  try {
    return desiredState(local.stack, target, { profiles: readProfiles(io, given) });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    // What could not be put up can still be taken away.
    return emptyState(target);
  }
}

/** Asked for by the name of the stack: what is lost cannot be brought back. */
async function isMeant(
  io: Io,
  given: Given,
  { projectName }: StackTarget,
  volumes: readonly string[],
): Promise<boolean> {
  if (given.flag('yes')) return true;
  if (!io.in.isTerminal) throw new UsageError('--volumes removes data: add --yes where nobody can be asked.');
  io.err.write(`This removes ${count(volumes.length, 'volume')} with all data: ${volumes.join(', ')}\n`);
  if ((await io.in.ask(`Type ${projectName} to go on: `)).trim() === projectName) return true;
  io.err.write('Nothing was done.\n');
  return false;
}

async function removeVolumes(
  io: Io,
  engine: DockerEngine,
  { environmentId }: StackTarget,
  names: readonly string[],
) {
  for (const name of names) {
    await engine.removeVolume(name, environmentId);
    io.err.write(`removed volume ${name}\n`);
  }
}

function farewell(operations: number, { volumes }: ObservedState, lost: readonly string[]): string {
  const kept = volumes.map(({ name }) => name).filter((name) => !lost.includes(name));
  const data = kept.length > 0 ? ` Its data stays: ${kept.sort().join(', ')}.` : '';
  return `${operations + lost.length === 0 ? 'Nothing to take down.' : 'Taken down.'}${data}`;
}
