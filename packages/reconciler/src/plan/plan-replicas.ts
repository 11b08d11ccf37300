import type { DesiredService } from '@jalon/contracts';
import { replicaOf } from '../desired/replica';
import type { OwnContainers, OwnReplicas } from './own-containers';
import { dropSteps } from './service-steps';
import { early, type ServicePlan, type Step } from './step';

/**
 * The chains of operations for all containers of a service. New ones start side by side. Those that are there are replaced
 * or started again one after the other, so that the others go on serving; where a network takes them with it they must all go
 * at once. What is beyond the number that is wanted goes, the highest number first.
 * @param plan what one container needs, whatever the others do
 */
export function planReplicas(
  desired: DesiredService,
  { replicas, beyond, strays }: OwnReplicas,
  plan: (replica: DesiredService, own: OwnContainers) => Step[],
): ServicePlan[] {
  const { service, stopGracePeriodMs } = desired;
  const chain = (steps: Step[]): ServicePlan => ({ service, steps });
  const [first, ...others] = replicas.map((own, index) => ({
    own: index === 0 ? { ...own, strays } : own,
    replica: replicaOf(desired, index + 1),
  }));
  const all = [...(first ? [first] : []), ...others].map(({ own, replica }) => ({
    isThere: own.current !== null || own.old !== null,
    steps: plan(replica, own),
  }));
  const mustAllGo = all.some(({ steps }) => makesWayForNetwork(steps));
  const inTurn = mustAllGo ? [] : all.filter(({ isThere }) => isThere);
  const atOnce = mustAllGo ? all : all.filter(({ isThere }) => !isThere);
  const surplus = beyond.flatMap((container) =>
    dropSteps(container, { code: 'SCALED_DOWN' }, stopGracePeriodMs),
  );
  return [
    chain(inTurn.flatMap(({ steps }) => steps)),
    ...atOnce.map(({ steps }) => chain(steps)),
    chain(early(surplus)),
  ].filter(({ steps }) => steps.length > 0);
}

const NETWORK_CAUSES = new Set(['NETWORK_CHANGED', 'NETWORK_MISSING', 'NETWORK_NOT_CONNECTED']);

function makesWayForNetwork(steps: Step[]): boolean {
  return steps.some(
    ({ operation }) => operation.kind === 'REMOVE_CONTAINER' && NETWORK_CAUSES.has(operation.cause.code),
  );
}
