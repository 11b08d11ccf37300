import type { Readable } from 'node:stream';
import type { DockerClient } from '../client/client';
import { cancelled } from '../client/deadline';
import { dial } from '../client/dial';
import { hasCode } from '../client/error-kind';
import { jsonLines } from '../client/json-lines';
import { containerLog } from '../logs/container-log';
import type { TimedLine } from '../logs/lines';
import { isRepeated, type LogPosition, resumeAt } from '../logs/position';

export interface RunningJob {
  containerId: string;
  /** Only lines at or after this moment. */
  since?: string;
  signal: AbortSignal;
}

const LONGEST_RUN_MS = 7 * 24 * 60 * 60 * 1000;
/** The engine may leave a followed log open after the container has ended; then the rest is read without following. */
const LOG_END_MS = 2_000;

/** Gives every line of a started container and resolves once it has ended. Throws CANCELLED, ENGINE_UNREACHABLE. */
export async function logUntilExit(
  client: DockerClient,
  { containerId, since, signal }: RunningJob,
  onLine: (line: TimedLine) => void,
): Promise<void> {
  const positions = new Map<string, LogPosition>();
  const closing = new AbortController();
  const read = async (follow: boolean, readSignal: AbortSignal): Promise<void> => {
    const from = resumeAt(positions.get(containerId)) ?? since;
    const request = { container: containerId, follow, tail: null, since: from, signal: readSignal };
    for await (const batch of containerLog(client, request)) {
      for (const line of batch) if (!isRepeated(positions, containerId, line)) onLine(line);
    }
  };
  const following = read(true, AbortSignal.any([signal, closing.signal]));
  // Its failure is looked at below; until then it must not count as unhandled.
  following.catch(() => undefined);
  try {
    await untilExit(client, containerId, signal);
  } catch (error) {
    closing.abort();
    throw error;
  }
  const timer = setTimeout(() => closing.abort(), LOG_END_MS);
  try {
    await following;
  } catch (error) {
    if (!hasCode(error, 'CANCELLED') || signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  if (closing.signal.aborted) await read(false, signal);
}

/** Read as a stream: dockerode never ends a call whose connection breaks between header and body, as it may here. */
async function untilExit(client: DockerClient, containerId: string, signal: AbortSignal): Promise<void> {
  const doing = 'wait for the end of a job';
  const path = `/containers/${containerId}/wait`;
  const query = { condition: 'not-running' };
  const stream = await client.call(
    doing,
    (docker, abortSignal) =>
      dial<Readable>(docker, { method: 'POST', path, query, stream: true, abortSignal }),
    { signal, deadlineMs: LONGEST_RUN_MS },
  );
  const close = (): void => {
    stream.destroy(cancelled(doing));
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    for await (const _answer of jsonLines(stream)) return;
  } catch (error) {
    throw client.mapError(error, doing);
  } finally {
    signal.removeEventListener('abort', close);
    stream.destroy();
  }
}
