import type { RecordObservationInput } from '@jalon/core/observation';
import { routeNetworks, routeTargets, wantedReplicas } from '@jalon/core/route';
import { joinGateway } from '../../engine/join-gateway';
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
  const { stack, target } = blueprint;
  const request = { environmentId, images: imagesOfDesired(blueprint) };
  const observed = await engine.observe(request, { signal: held.lost });
  const input = { project: projectSlug, environment: environmentSlug, stack, observed };
  if (!isGone) await joinGateway(tools, engine, routeNetworks(input), held.lost);
  const routes = isGone ? [] : routeTargets(input);
  const replicas = wantedReplicas(stack);
  return { environmentId, projectId, projectName: target.projectName, observed, routes, replicas };
}
