import type { DeploymentSummary, DriftItem, EnvironmentSummary, ServiceStateView } from '@jalon/contracts';
import type { Db, Prisma } from '@jalon/db';
import { DEPLOYMENT_SUMMARY, toDeploymentSummary } from '../deployment/deployment.repository';
import { readInstances } from '../observation/read-instances';
import { environmentState } from './environment-state';
import { personNames } from './person-names';
import { serviceCondition } from './service-condition';

const ENVIRONMENT_SUMMARY = {
  id: true,
  projectId: true,
  slug: true,
  kind: true,
  desiredState: true,
  observedAt: true,
  drift: true,
  driftSince: true,
  healsDrift: true,
  host: { select: { id: true, name: true, unreachableSince: true } },
  currentRevision: { select: { number: true } },
  services: { orderBy: { service: 'asc' } },
  routes: { select: { service: true, path: true }, orderBy: { service: 'asc' } },
  deployments: { select: DEPLOYMENT_SUMMARY, orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.EnvironmentSelect;

type EnvironmentRow = Prisma.EnvironmentGetPayload<{ select: typeof ENVIRONMENT_SUMMARY }>;
type ServiceRow = EnvironmentRow['services'][number];

/** Environments that match, by project: state, services, addresses and latest deployment of each. */
export async function findEnvironments(
  db: Db,
  where: Prisma.EnvironmentWhereInput,
  gatewayUrl: string,
): Promise<Map<string, EnvironmentSummary[]>> {
  const rows = await db.environment.findMany({
    where,
    orderBy: [{ kind: 'asc' }, { slug: 'asc' }],
    select: ENVIRONMENT_SUMMARY,
  });
  const names = await personNames(
    db,
    rows.flatMap((row) => row.deployments.map((deployment) => deployment.requestedById)),
  );
  const byProject = new Map<string, EnvironmentSummary[]>();
  for (const row of rows) {
    const list = byProject.get(row.projectId) ?? [];
    byProject.set(row.projectId, [...list, toEnvironmentSummary(row, names, gatewayUrl)]);
  }
  return byProject;
}

function toEnvironmentSummary(
  row: EnvironmentRow,
  names: Map<string, string>,
  gatewayUrl: string,
): EnvironmentSummary {
  const latest = row.deployments[0];
  const latestDeployment = latest ? toDeploymentSummary(latest, names) : null;
  const services = row.services.map((service) => toServiceState(service, row.desiredState));
  const state = environmentState({
    desiredState: row.desiredState,
    latestDeployment,
    conditions: services.map((service) => service.condition),
    observed: row.observedAt !== null,
  });
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    desiredState: row.desiredState,
    state,
    since: sinceWhen(state, services, latestDeployment),
    revision: row.currentRevision?.number ?? null,
    host: row.host,
    observedAt: row.observedAt,
    services,
    addresses: row.routes.map((route) => ({ service: route.service, url: `${gatewayUrl}${route.path}` })),
    latestDeployment,
    drift: driftOf(row),
    healsDrift: row.healsDrift,
  };
}

/** What was seen while it should run; after a stop it says nothing. */
function driftOf({ drift, driftSince, desiredState }: EnvironmentRow): EnvironmentSummary['drift'] {
  if (!driftSince || desiredState !== 'RUNNING' || !Array.isArray(drift)) return null;
  return { since: driftSince, items: drift as unknown as DriftItem[] };
}

function toServiceState(row: ServiceRow, desired: EnvironmentRow['desiredState']): ServiceStateView {
  return {
    service: row.service,
    condition: serviceCondition(row, desired),
    image: row.image,
    state: row.state,
    health: row.health,
    exitCode: row.exitCode,
    restartCount: row.restartCount,
    startedAt: row.startedAt,
    troubleSince: row.troubleSince,
    ports: Array.isArray(row.ports) ? (row.ports as unknown as ServiceStateView['ports']) : [],
    cpuPercent: row.cpuPercent,
    memoryBytes: row.memoryBytes === null ? null : Number(row.memoryBytes),
    replicas: row.replicas,
    instances: readInstances(row.instances),
    observedAt: row.observedAt,
  };
}

/** The moment a state began, where the rows can tell. */
function sinceWhen(
  state: EnvironmentSummary['state'],
  services: readonly ServiceStateView[],
  latest: DeploymentSummary | null,
): Date | null {
  if (state === 'DEPLOYING') return latest?.startedAt ?? latest?.queuedAt ?? null;
  if (state === 'STOPPED' || state === 'NOT_DEPLOYED') return latest?.finishedAt ?? null;
  if (state !== 'RUNNING') return null;
  const starts = services.flatMap((service) => (service.startedAt ? [service.startedAt.getTime()] : []));
  // A snapshot taken by listing alone does not tell when a container started: then the deployment's end does.
  return starts.length > 0 ? new Date(Math.max(...starts)) : (latest?.finishedAt ?? null);
}
