import type { Readable } from 'node:stream';
import type { CallOptions, DockerClient } from '../client/client';
import { dial } from '../client/dial';
import { readFrames } from './frames';
import { LineAssembler, type TimedLine } from './lines';

export interface ContainerLogRequest extends CallOptions {
  /** Name or id. */
  container: string;
  /** Lines of the past to begin with; null: all. */
  tail: number | null;
  /** Only lines at or after this moment (ISO 8601, nanoseconds allowed). */
  since?: string;
  /** Keep reading until the container ends. */
  follow: boolean;
}

/** The log of one container, in batches as they arrive. Throws NOT_FOUND, ENGINE_UNREACHABLE; ends quietly on abort. */
export async function* containerLog(
  client: DockerClient,
  request: ContainerLogRequest,
): AsyncGenerator<TimedLine[]> {
  const doing = `read the log of ${request.container}`;
  const stream = await openLog(client, request, doing);
  const close = (): void => {
    stream.destroy();
  };
  request.signal?.addEventListener('abort', close, { once: true });
  const assembler = new LineAssembler();
  try {
    for await (const frames of readFrames(stream)) {
      const lines = frames.map((frame) => assembler.push(frame)).filter((line) => line !== null);
      if (lines.length > 0) yield lines;
    }
    const rest = assembler.flush();
    if (rest.length > 0) yield rest;
  } catch (error) {
    if (!request.signal?.aborted) throw client.mapError(error, doing);
  } finally {
    request.signal?.removeEventListener('abort', close);
    stream.destroy();
  }
}

/** dockerode would collect a log that is not followed in memory; this one is always a stream. */
function openLog(client: DockerClient, request: ContainerLogRequest, doing: string): Promise<Readable> {
  const query = {
    stdout: true,
    stderr: true,
    timestamps: true,
    follow: request.follow,
    tail: request.tail === null ? 'all' : String(request.tail),
    ...(request.since ? { since: unixTime(request.since) } : {}),
  };
  return client.call(
    doing,
    (docker, abortSignal) =>
      dial<Readable>(docker, {
        method: 'GET',
        path: `/containers/${encodeURIComponent(request.container)}/logs`,
        query,
        stream: true,
        abortSignal,
      }),
    request,
  );
}

/** `seconds.nanoseconds`, which keeps what a Date would round away. */
function unixTime(iso: string): string {
  const seconds = Math.floor(new Date(iso).getTime() / 1000);
  const fraction = /\.(\d{1,9})/.exec(iso)?.[1] ?? '';
  return `${seconds}.${fraction.padEnd(9, '0')}`;
}
