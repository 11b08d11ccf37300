import type { ObservedState } from '@jalon/contracts';
import { listOpenRunNumbers } from '@jalon/core/run-progress';
import type { DockerEngine } from '@jalon/docker';
import type { WorkerTools } from '../../tools';

/**
 * Removes containers of runs that are finished. A run's container is removed after its last write; a worker that died
 * in between left it.
 */
export async function clearFinishedJobs(
  { context }: WorkerTools,
  engine: DockerEngine,
  environmentId: string,
  observed: ObservedState,
): Promise<void> {
  const ended = observed.containers.filter(
    ({ kind, state }) => kind === 'job' && (state === 'exited' || state === 'dead'),
  );
  if (ended.length === 0) return;
  const open = new Set(await listOpenRunNumbers(context, environmentId));
  for (const { name } of ended) {
    const number = Number(/-run-(\d+)$/.exec(name)?.[1]);
    if (!open.has(number)) await engine.removeContainer(name);
  }
}
