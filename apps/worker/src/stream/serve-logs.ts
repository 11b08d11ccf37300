import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tailLogsInput } from '@jalon/contracts';
import { findEnvironmentAddress } from '@jalon/core/observation';
import type { LogEntry } from '@jalon/docker';
import type { WorkerTools } from '../tools';
import { readQuery, signalOf } from './answer';

/** An empty line this often, so that a connection on which nothing is said is known to live. Milliseconds. */
const HEARTBEAT_MS = 10_000;

/**
 * Logs as one JSON object a line: `{service, stream, at, line}`, or `{dropped: n}` where a slow reader missed some. The
 * reader's pace is the pace: nothing piles up here, the engine's buffer drops and says so.
 */
export async function serveLogs(
  tools: WorkerTools,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const { environmentId, service, tail } = readQuery(tailLogsInput, {
    environmentId: query.get('environmentId'),
    service: query.get('service') ?? undefined,
    tail: Number(query.get('tail') ?? 200),
  });
  const { endpoint } = await findEnvironmentAddress(tools.context, environmentId);
  const follow = ['1', 'true'].includes(query.get('follow') ?? '');
  const signal = signalOf(request, response);
  const batches = tools.engines.get(endpoint).logs({
    environmentId,
    services: service === undefined ? undefined : [service],
    tail,
    follow,
    signal,
  });
  // The first batch decides between an answer and an error.
  const first = follow ? null : await batches.next();
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write('\n'), HEARTBEAT_MS);
  try {
    if (first && !first.done) await write(response, first.value, signal);
    for await (const batch of batches) await write(response, batch, signal);
    response.end();
  } finally {
    clearInterval(heartbeat);
  }
}

async function write(response: ServerResponse, batch: LogEntry[], signal: AbortSignal): Promise<void> {
  const text = batch.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  if (response.write(text) || signal.aborted) return;
  // A reader that goes away while it is waited for ends the waiting.
  await once(response, 'drain', { signal }).catch(() => undefined);
}
