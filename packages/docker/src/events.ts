import type { Readable } from 'node:stream';
import { LABELS } from '@jalon/contracts';
import type { CallOptions, DockerClient } from './client/client';
import { jsonLines } from './client/json-lines';

/** Something that happened to a container of ours. */
export interface EngineEvent {
  /** ISO 8601, with the daemon's clock. */
  at: string;
  action:
    | 'create'
    | 'start'
    | 'die'
    | 'stop'
    | 'oom'
    | 'health'
    | 'destroy'
    | 'rename'
    | 'restart'
    | 'kill'
    | 'pause'
    | 'unpause';
  containerId: string;
  containerName: string;
  /** '' for a container without the label. */
  service: string;
  environmentId: string;
  kind: 'service' | 'job';
  run: string | null;
  /** Of a `die`. */
  exitCode: number | null;
  /** Of a `health`. */
  health: 'starting' | 'healthy' | 'unhealthy' | null;
}

export interface EventsRequest extends CallOptions {
  /** Only this environment's; absent: every container that Jalon manages. */
  environmentId?: string;
}

interface RawEvent {
  Action: string;
  timeNano: number;
  Actor: { ID: string; Attributes: Record<string, string> };
}

const ACTIONS = [
  'create',
  'start',
  'die',
  'stop',
  'oom',
  'destroy',
  'rename',
  'restart',
  'kill',
  'pause',
  'unpause',
];

/** An open subscription: from the moment it is there, nothing is missed. */
export interface EventSubscription {
  /** Ends when closed; throws ENGINE_UNREACHABLE when the daemon goes away. */
  events: AsyncGenerator<EngineEvent>;
  close(): void;
}

/** Resolves when the daemon has accepted the subscription. The request's signal closes it. */
export async function subscribe(
  client: DockerClient,
  request: EventsRequest = {},
): Promise<EventSubscription> {
  const label = request.environmentId
    ? `${LABELS.environmentId}=${request.environmentId}`
    : `${LABELS.managed}=true`;
  const filters = { type: ['container' as const], label: [label], event: [...ACTIONS, 'health_status'] };
  const stream = (await client.call(
    'follow events',
    (docker, abortSignal) => docker.getEvents({ filters, abortSignal }),
    request,
  )) as Readable;
  let closed = false;
  const close = (): void => {
    closed = true;
    stream.destroy();
  };
  request.signal?.addEventListener('abort', close, { once: true });
  return { events: read(), close };

  async function* read(): AsyncGenerator<EngineEvent> {
    try {
      for await (const raw of jsonLines<RawEvent>(stream)) {
        const event = toEvent(raw);
        if (event) yield event;
      }
    } catch (error) {
      if (!closed) throw client.mapError(error, 'follow events');
    } finally {
      request.signal?.removeEventListener('abort', close);
      stream.destroy();
    }
    // A daemon that stops ends the stream politely.
    if (!closed)
      throw client.mapError(
        Object.assign(new Error('end of stream'), { code: 'ECONNRESET' }),
        'follow events',
      );
  }
}

function toEvent(raw: RawEvent): EngineEvent | null {
  const { ID, Attributes } = raw.Actor;
  const [action = '', detail = ''] = raw.Action.split(': ');
  const health = action === 'health_status' ? (detail as EngineEvent['health']) : null;
  if (health === null && !ACTIONS.includes(action)) return null;
  return {
    at: new Date(raw.timeNano / 1e6).toISOString(),
    action: health === null ? (action as EngineEvent['action']) : 'health',
    containerId: ID,
    containerName: Attributes.name ?? '',
    service: Attributes[LABELS.service] ?? '',
    environmentId: Attributes[LABELS.environmentId] ?? '',
    kind: Attributes[LABELS.kind] === 'job' ? 'job' : 'service',
    run: Attributes[LABELS.run] ?? null,
    exitCode: action === 'die' ? Number(Attributes.exitCode) : null,
    health,
  };
}
