import { inTransaction, notifyChange } from '@jalon/db';
import type { CoreContext } from '../context';
import { readInstances } from './read-instances';

export interface RunningService {
  environmentId: string;
  projectId: string;
  service: string;
  /** Of its running containers. */
  containerIds: string[];
  /** What was read last; null when nothing was. */
  cpuPercent: number | null;
  memoryBytes: number | null;
}

export interface UsageReading {
  /** 100 is one whole core; null until there are two readings to compare. */
  cpuPercent: number | null;
  memoryBytes: number;
}

/** Services with a running container, by the endpoint of their host; hosts that do not answer are left out. */
export async function listRunningServices(context: CoreContext): Promise<Map<string, RunningService[]>> {
  const rows = await context.db.serviceState.findMany({
    where: { environment: { host: { unreachableSince: null } } },
    select: {
      environmentId: true,
      service: true,
      containerId: true,
      state: true,
      instances: true,
      cpuPercent: true,
      memoryBytes: true,
      environment: { select: { projectId: true, host: { select: { endpoint: true } } } },
    },
  });
  const byEndpoint = new Map<string, RunningService[]>();
  for (const { environment, memoryBytes, instances, containerId, state, ...row } of rows) {
    const running = readInstances(instances).filter((one) => one.state === 'running');
    // Written before there were instances, until the next look.
    const known = running.length === 0 && state === 'running' ? [{ containerId }] : running;
    if (known.length === 0) continue;
    const { endpoint } = environment.host;
    const services = byEndpoint.get(endpoint) ?? [];
    services.push({
      ...row,
      containerIds: known.map((one) => one.containerId),
      memoryBytes: memoryBytes === null ? null : Number(memoryBytes),
      projectId: environment.projectId,
    });
    byEndpoint.set(endpoint, services);
  }
  return byEndpoint;
}

/**
 * Writes what running services use, and tells the pages of the environments where a person would see a difference.
 * A container that was replaced meanwhile is left alone.
 *
 * @param readings by container
 */
export async function recordUsage(
  context: CoreContext,
  services: readonly RunningService[],
  readings: ReadonlyMap<string, UsageReading>,
): Promise<void> {
  const changed = services.flatMap((service) => {
    const reading = sumOf(service.containerIds.flatMap((id) => readings.get(id) ?? []));
    return reading && differs(service, reading) ? [{ service, reading }] : [];
  });
  if (changed.length === 0) return;
  await inTransaction(context.db, async (tx) => {
    await tx.$executeRaw`
      UPDATE "ServiceState" AS s SET "cpuPercent" = r.cpu, "memoryBytes" = r.memory
      FROM unnest(
        ${changed.map(({ service }) => service.environmentId)}::uuid[],
        ${changed.map(({ service }) => service.service)}::text[],
        ${changed.map(({ service }) => service.containerIds[0] ?? '')}::text[],
        ${changed.map(({ reading }) => reading.cpuPercent)}::float8[],
        ${changed.map(({ reading }) => reading.memoryBytes)}::int8[]
      ) AS r(environment, service, container, cpu, memory)
      WHERE s."environmentId" = r.environment AND s.service = r.service
        AND (s."containerId" = r.container
          OR s.instances @> jsonb_build_array(jsonb_build_object('containerId', r.container)))`;
    const environments = new Map(changed.map(({ service }) => [service.environmentId, service.projectId]));
    for (const [environmentId, projectId] of environments)
      await notifyChange(tx, { topic: 'usage', id: environmentId, projectId, environmentId });
  });
}

/** What several containers use together; null when none was read, or its processor time is not known yet of one. */
function sumOf(readings: UsageReading[]): UsageReading | null {
  if (readings.length === 0) return null;
  const cpus = readings.map(({ cpuPercent }) => cpuPercent);
  return {
    cpuPercent: cpus.some((cpu) => cpu === null)
      ? null
      : cpus.reduce<number>((sum, cpu) => sum + (cpu ?? 0), 0),
    memoryBytes: readings.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
  };
}

/** Pages show whole percents and whole megabytes. */
function differs(before: RunningService, { cpuPercent, memoryBytes }: UsageReading): boolean {
  if (before.memoryBytes === null || (before.cpuPercent === null) !== (cpuPercent === null)) return true;
  const cpuMoved = Math.round(before.cpuPercent ?? 0) !== Math.round(cpuPercent ?? 0);
  return cpuMoved || Math.abs(before.memoryBytes - memoryBytes) > MEGABYTE;
}

const MEGABYTE = 1_000_000;
