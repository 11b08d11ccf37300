import { type Db, notifyChange } from '@jalon/db';
import type { RouteTarget } from './route-target';

export interface ReplaceRoutesInput {
  environmentId: string;
  projectId: string;
  routes: RouteTarget[];
}

/** Makes the environment's routes those that are given; tells the gateway only when one of them changed. */
export async function replaceRoutes(tx: Db, input: ReplaceRoutesInput): Promise<void> {
  const { environmentId, projectId, routes } = input;
  const stored = await tx.route.findMany({
    where: { environmentId },
    select: {
      service: true,
      path: true,
      targetHost: true,
      targetHosts: true,
      targetPort: true,
      stripPath: true,
    },
  });
  if (fingerprint(stored) === fingerprint(routes)) return;
  await tx.route.deleteMany({ where: { environmentId, service: { notIn: routes.map((r) => r.service) } } });
  for (const route of routes) {
    await tx.route.upsert({
      where: { environmentId_service: { environmentId, service: route.service } },
      create: { environmentId, ...route },
      update: route,
    });
  }
  await notifyChange(tx, { topic: 'route', id: environmentId, projectId, environmentId });
}

function fingerprint(routes: RouteTarget[]): string {
  return routes
    .map((r) => [r.service, r.path, r.targetHost, r.targetHosts.join(), r.targetPort, r.stripPath].join(' '))
    .sort()
    .join('\n');
}
