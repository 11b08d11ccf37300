import { recordObservation, type WatchedEnvironment, type WatchedHost } from '@jalon/core/observation';
import { routeNetworks, routeTargets } from '@jalon/core/route';
import { type GatewayRota, joinGateway } from '../../engine/join-gateway';
import type { WorkerTools } from '../../tools';
import { clearFinishedJobs } from './clear-finished-jobs';
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
    routes: served ? routeTargets(served) : [],
    routesOf: currentRevision?.id ?? null,
  });
  await clearFinishedJobs(tools, engine, id, observed);
}
