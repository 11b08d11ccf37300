import { LABELS, type LogLine } from '@jalon/contracts';
import type Docker from 'dockerode';
import type { CallOptions, DockerClient } from '../client/client';
import { subscribe } from '../events';
import { type LogSource, readHistory, replicaOf } from './history';
import { LogFollower } from './log-follower';

export interface LogsRequest extends CallOptions {
  environmentId: string;
  /** Only these services; absent: all. */
  services?: readonly string[];
  /** Containers of this run instead of the services'. */
  run?: string;
  /** Lines of the past for each service. Default 200, at most 10,000. */
  tail?: number;
  /** Only lines at or after this moment (ISO 8601). */
  since?: string;
  /** Go on with what is printed from now on, new containers included, until the signal aborts. */
  follow?: boolean;
  /** Lines that may wait for a slow reader before the oldest are dropped. Default 5,000. */
  buffer?: number;
}

/** Lines in the order of their time, or how many were left out here because the reader was slow. */
export type LogEntry = LogLine | { dropped: number };

const MAX_TAIL = 10_000;
const DEFAULT_TAIL = 200;
const DEFAULT_BUFFER = 5_000;

/**
 * Logs of an environment, several services merged. Yields batches. Without `follow` it ends with the history; with it,
 * it ends when the signal aborts, and throws ENGINE_UNREACHABLE when the daemon goes away.
 */
export async function* logs(client: DockerClient, request: LogsRequest): AsyncGenerator<LogEntry[]> {
  const options = { signal: request.signal, deadlineMs: request.deadlineMs };
  const past = { ...options, tail: Math.min(request.tail ?? DEFAULT_TAIL, MAX_TAIL), since: request.since };
  if (!request.follow) {
    const { lines } = await readHistory(client, await findSources(client, request, options), past);
    if (lines.length > 0) yield lines;
    return;
  }
  // Subscribed before the list is read: a container that starts in between is in one of the two.
  const subscription = await subscribe(client, { ...options, environmentId: request.environmentId });
  const begun = new Date().toISOString();
  const sources = await findSources(client, request, options);
  const { lines, positions } = await readHistory(client, sources, past);
  const buffer = request.buffer ?? DEFAULT_BUFFER;
  const follower = new LogFollower(client, positions, { buffer, signal: request.signal });
  try {
    if (lines.length > 0) yield lines;
    for (const source of sources) follower.follow(source, past.tail === 0 ? begun : request.since);
    follower.attachNew(subscription.events, (event) => wants(request, event));
    yield* follower.batches();
  } finally {
    follower.close();
    subscription.close();
  }
}

async function findSources(
  client: DockerClient,
  request: LogsRequest,
  options: CallOptions,
): Promise<LogSource[]> {
  const filters = { label: [`${LABELS.environmentId}=${request.environmentId}`] };
  const found = await client.call(
    'list containers',
    (docker, abortSignal) => docker.listContainers({ all: true, filters, abortSignal }),
    options,
  );
  return found
    .filter((entry) => wants(request, labelled(entry)))
    .map((entry) => ({
      containerId: entry.Id,
      service: entry.Labels[LABELS.service] ?? '',
      ...replicaOf(entry.Names[0] ?? '', labelled(entry).kind),
    }));
}

interface Labelled {
  service: string;
  kind: string;
  run: string | null;
}

function labelled(entry: Docker.ContainerInfo): Labelled {
  const kind = entry.Labels[LABELS.kind] ?? 'service';
  return { service: entry.Labels[LABELS.service] ?? '', kind, run: entry.Labels[LABELS.run] ?? null };
}

function wants(request: LogsRequest, { service, kind, run }: Labelled): boolean {
  if (request.run !== undefined) return run === request.run;
  if (kind !== 'service') return false;
  return request.services === undefined || request.services.includes(service);
}
