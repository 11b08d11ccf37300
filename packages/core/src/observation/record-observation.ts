import { type DesiredStateName, isTrouble, type ObservedState } from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { canonicalJson } from '@jalon/reconciler';
import type { CoreContext } from '../context';
import { serviceCondition } from '../environment/service-condition';
import { toJson } from '../json';
import { type RouteTarget, replaceRoutes } from '../route';
import { readInstances } from './read-instances';
import { type SeenService, seenServices } from './service-states';

export interface RecordObservationInput {
  environmentId: string;
  projectId: string;
  projectName: string;
  observed: ObservedState;
  /** Service → containers that there should be; absent: as many as there are. */
  replicas?: Record<string, number>;
  /** Addresses that the gateway is to serve. */
  routes: RouteTarget[];
  /**
   * The routes follow from this revision; when the environment stands on another one by now they are left as they are.
   * Absent: they are right whatever it stands on.
   */
  routesOf?: string | null;
}

/**
 * Writes a snapshot of an environment: the snapshot itself, one state per service, the routes. An older snapshot
 * never overwrites a newer one. The page and the gateway are told only when something they show has changed.
 */
export async function recordObservation(context: CoreContext, input: RecordObservationInput): Promise<void> {
  const observedAt = new Date(input.observed.observedAt);
  const { environmentId, projectId } = input;
  await inTransaction(context.db, async (tx) => {
    const { count } = await tx.environment.updateMany({
      where: { id: environmentId, OR: [{ observedAt: null }, { observedAt: { lte: observedAt } }] },
      data: { observed: toJson(input.observed), observedAt },
    });
    const isNews = count > 0;
    const areDue = await areRoutesDue(tx, input, isNews);
    if (areDue) await replaceRoutes(tx, { environmentId, projectId, routes: input.routes });
    if (!isNews) {
      if (areDue) await writeReplicas(tx, environmentId, input.replicas ?? {});
      return;
    }
    const wanted = areDue ? input.replicas : await storedReplicas(tx, environmentId);
    const services = seenServices(input.observed, input.projectName, wanted);
    const { desiredState } = await tx.environment.findUniqueOrThrow({
      where: { id: environmentId },
      select: { desiredState: true },
    });
    if (await writeServiceStates(tx, environmentId, services, { desiredState, observedAt }))
      await notifyChange(tx, { topic: 'environment', id: environmentId, projectId, environmentId });
  });
}

/** What was wished last, for a snapshot whose revision is not the one that stands by now. */
async function storedReplicas(tx: Db, environmentId: string): Promise<Record<string, number>> {
  const rows = await tx.serviceState.findMany({
    where: { environmentId },
    select: { service: true, replicas: true },
  });
  return Object.fromEntries(rows.map((row) => [row.service, row.replicas]));
}

/** For a deployment's own count when somebody has looked since, as for the routes. */
async function writeReplicas(
  tx: Db,
  environmentId: string,
  wanted: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [service, replicas] of Object.entries(wanted))
    await tx.serviceState.updateMany({
      where: { environmentId, service, replicas: { not: replicas } },
      data: { replicas },
    });
}

/** A deployment's own routes are due even when somebody has looked since: nobody else knows its revision yet. */
async function areRoutesDue(
  tx: Db,
  { environmentId, routesOf }: RecordObservationInput,
  isNews: boolean,
): Promise<boolean> {
  if (routesOf === undefined) return true;
  if (!isNews) return false;
  const row = await tx.environment.findUnique({
    where: { id: environmentId },
    select: { currentRevisionId: true },
  });
  return row?.currentRevisionId === routesOf;
}

/** True when a state that a person would see differs from what was stored. */
async function writeServiceStates(
  tx: Db,
  environmentId: string,
  services: SeenService[],
  { desiredState, observedAt }: { desiredState: DesiredStateName; observedAt: Date },
): Promise<boolean> {
  const stored = await tx.serviceState.findMany({ where: { environmentId } });
  const before = new Map(stored.map((row) => [row.service, row]));
  let changed = stored.length !== services.length;
  for (const seen of services) {
    const row = before.get(seen.service);
    const inTrouble = isTrouble(serviceCondition({ ...seen, observedAt }, desiredState));
    const troubleSince = inTrouble ? (row?.troubleSince ?? observedAt) : null;
    const isSettled = (row?.troubleSince ?? null) === null ? !inTrouble : inTrouble;
    if (row && isSettled && fingerprint(row) === fingerprint(seen)) continue;
    changed = true;
    // What another container used, or this one before it stopped, is no figure of this one now.
    const isSame = sameContainers(row?.instances, seen.instances) && seen.state === 'running';
    const usage = isSame ? {} : { cpuPercent: null, memoryBytes: null };
    const data = {
      ...seen,
      ...usage,
      troubleSince,
      ports: toJson(seen.ports),
      instances: toJson(seen.instances),
      observedAt,
    };
    await tx.serviceState.upsert({
      where: { environmentId_service: { environmentId, service: seen.service } },
      create: { environmentId, ...data },
      update: data,
    });
  }
  await tx.serviceState.deleteMany({
    where: { environmentId, service: { notIn: services.map((seen) => seen.service) } },
  });
  await tx.serviceState.updateMany({ where: { environmentId }, data: { observedAt } });
  return changed;
}

function sameContainers(before: unknown, now: SeenService['instances']): boolean {
  const ids = readInstances(before).map(({ containerId }) => containerId);
  return ids.join() === now.map(({ containerId }) => containerId).join();
}

type AsStored = Omit<SeenService, 'ports' | 'instances'> & { ports: unknown; instances: unknown };

function fingerprint(row: AsStored): string {
  // The database gives the keys of an object back in an order of its own.
  return canonicalJson([
    row.containerId,
    row.containerName,
    row.image,
    row.state,
    row.health,
    row.exitCode,
    row.restartCount,
    row.oomKilled,
    row.startedAt,
    row.configHash,
    row.ports,
    row.replicas,
    row.instances,
  ]);
}
