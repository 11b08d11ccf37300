import type { ServiceModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readInteger } from '../yaml/read';
import { entryOf, type MapNode, type TreeNode } from '../yaml/tree';

/** More containers of one service than this are no use on one engine, and a slip of the keyboard can ask for them. */
const MOST = 20;

/** `scale` and `deploy.replicas`: how many containers of the service run side by side. Written twice, they must agree. */
export function readReplicas(service: ServiceModel, node: TreeNode, problems: Problems): void {
  const replicas = readInteger(node, problems);
  if (replicas === null) return;
  if (replicas < 1 || replicas > MOST) {
    problems.error(
      node,
      `A service runs as 1 to ${MOST} containers. To have none, give it a profile or take it out of the file.`,
    );
  } else if (service.replicas !== 1 && service.replicas !== replicas) {
    problems.error(node, '"scale" and "deploy.replicas" differ. Keep one of them.');
  } else service.replicas = replicas;
}

/** What several containers cannot share: a port of the host, a name; a job is one run at a time. */
export function checkReplicas(service: ServiceModel, map: MapNode, problems: Problems): void {
  const { replicas, ports, jalon } = service;
  if (replicas === 1) return;
  const fixed = ports.find(({ published }) => published !== null);
  if (fixed)
    problems.error(
      entryOf(map, 'ports') ?? map,
      `Only one of ${replicas} containers can hold port ${fixed.published} of the host. Write "${fixed.target}" alone, or open the service through the gateway, which shares the requests out.`,
    );
  const name = entryOf(map, 'container_name');
  if (name)
    problems.error(
      name,
      `${replicas} containers cannot bear one name. Take "container_name" out: others reach them by the service's name.`,
    );
  if (jalon.role === 'job')
    problems.error(
      entryOf(map, 'scale') ?? entryOf(map, 'deploy') ?? map,
      'A job runs as one container. Start it several times.',
    );
}
