import type { RecordObservationInput } from '@jalon/core/observation';
import { routeTargets } from '@jalon/core/route';
import { imagesOfDesired } from './blueprint';
import type { Blueprint, DeployTask } from './task';

/**
 * Sees what stands after a plan, to be written down: states, and the routes with the gateway's way to them.
 *
 * @param isGone nothing is served any more
 */
export async function seeWhatStands(
  task: DeployTask,
  blueprint: Blueprint,
  isGone: boolean,
): Promise<RecordObservationInput> {
  const { tools, deployment, engine, held } = task;
  const { environmentId, projectId, projectSlug, environmentSlug } = deployment;
  const request = { environmentId, images: imagesOfDesired(blueprint) };
  const { stack, target } = blueprint;
  if (tools.gatewayContainer && !isGone) await joinGateway(task, blueprint, tools.gatewayContainer);
  const observed = await engine.observe(request, { signal: held.lost });
  const routes = isGone
    ? []
    : routeTargets({ project: projectSlug, environment: environmentSlug, stack, observed });
  const { projectName } = target;
  return { environmentId, projectId, projectName, observed, routes };
}

/** A gateway that is a container itself reaches a service only on a network that both are on: the first of its names. */
async function joinGateway(
  { engine, held }: DeployTask,
  { desired, stack }: Blueprint,
  gateway: string,
): Promise<void> {
  const networks = Object.values(desired.services).flatMap(({ service, container }) =>
    stack.services[service]?.jalon.expose ? Object.keys(container.networks).sort().slice(0, 1) : [],
  );
  for (const network of new Set(networks)) {
    await engine.connectNetwork(gateway, network, { signal: held.lost });
  }
}
