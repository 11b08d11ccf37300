import type { ObservedState, StackModel } from '@jalon/contracts';
import { healDrift, recordDrift } from '@jalon/core/drift';
import { recordObservation, type WatchedEnvironment, type WatchedHost } from '@jalon/core/observation';
import { routeNetworks, routeTargets, wantedReplicas } from '@jalon/core/route';
import { type GatewayRota, joinGateway } from '../../engine/join-gateway';
import type { WorkerTools } from '../../tools';
import { clearFinishedJobs } from './clear-finished-jobs';
import { driftOf } from './drift-of';
import type { StackCache } from './stack-cache';

/**
 * Takes a snapshot of one environment and writes it down: states of the services, addresses of the routes.
 *
 * @throws DomainError ENGINE_UNREACHABLE; nothing is written then
 */
export async function observeEnvironment(
  tools: WorkerTools,
  stacks: StackCache,
  host: WatchedHost,
  environment: WatchedEnvironment,
  gateway: GatewayRota,
): Promise<void> {
  const { id, slug, projectId, projectSlug, currentRevision, desiredState } = environment;
  const stack = currentRevision && stacks.read(id, currentRevision);
  const engine = tools.engines.get(host.endpoint);
  const observed = await engine.observe({
    environmentId: id,
    images: [
      ...Object.values(stack?.services ?? {}).flatMap(({ image }) => image ?? []),
      ...Object.values(currentRevision?.imageDigests ?? {}),
      ...environment.keptImages,
    ],
  });
  const served =
    stack && desiredState !== 'REMOVED' ? { project: projectSlug, environment: slug, stack, observed } : null;
  if (served && gateway.isDue(id)) await joinGateway(tools, engine, routeNetworks(served));
  await recordObservation(tools.context, {
    environmentId: id,
    projectId,
    projectName: `${projectSlug}-${slug}`,
    observed,
    replicas: stack ? wantedReplicas(stack) : undefined,
    routes: served ? routeTargets(served) : [],
    routesOf: currentRevision?.id ?? null,
  });
  await watchDrift(tools, environment, stack, observed);
  await clearFinishedJobs(tools, engine, id, observed);
}

/** Writes down how what runs differs from what was deployed, and has it put back where that is wished. */
async function watchDrift(
  { context }: WorkerTools,
  environment: WatchedEnvironment,
  stack: StackModel | null,
  observed: ObservedState,
): Promise<void> {
  const items = driftOf(environment, stack, observed);
  if (!items) return;
  const { id: environmentId, projectId } = environment;
  await recordDrift(context.db, { environmentId, projectId, items, at: new Date(observed.observedAt) });
  if (items.length > 0 && environment.healsDrift && (await healDrift(context, environmentId)))
    context.logger.info({ environmentId, items: items.length }, 'drift is put back');
}
