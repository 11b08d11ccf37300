import { recordObservation, type WatchedEnvironment, type WatchedHost } from '@jalon/core/observation';
import { routeTargets } from '@jalon/core/route';
import type { WorkerTools } from '../../tools';
import type { StackCache } from './stack-cache';

/**
 * Takes a snapshot of one environment and writes it down: states of the services, addresses of the routes.
 *
 * @throws DomainError ENGINE_UNREACHABLE; nothing is written then
 */
export async function observeEnvironment(
  { context, engines }: WorkerTools,
  stacks: StackCache,
  host: WatchedHost,
  environment: WatchedEnvironment,
): Promise<void> {
  const { id, slug, projectId, projectSlug, currentRevision, desiredState } = environment;
  const stack = currentRevision && stacks.read(id, currentRevision);
  const observed = await engines.get(host.endpoint).observe({
    environmentId: id,
    images: [
      ...Object.values(stack?.services ?? {}).flatMap(({ image }) => image ?? []),
      ...Object.values(currentRevision?.imageDigests ?? {}),
    ],
  });
  const routes =
    stack && desiredState !== 'REMOVED'
      ? routeTargets({ project: projectSlug, environment: slug, stack, observed })
      : [];
  await recordObservation(context, {
    environmentId: id,
    projectId,
    projectName: `${projectSlug}-${slug}`,
    observed,
    routes,
    routesOf: currentRevision?.id ?? null,
  });
}
