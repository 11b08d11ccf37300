import { DomainError, type FileView, type LogLine } from '@jalon/contracts';
import type { FileAddress, LogQuery, WorkerClient } from '@jalon/core/file';
import { readError } from './read-error';
import { readNdjson } from './read-ndjson';

export interface WorkerClientOptions {
  /** Address of the worker's stream endpoint, without a slash at its end. */
  url: string;
  /** Derived from the installation secret for this purpose; the worker has the same. */
  key: Buffer;
}

const ANSWER_DEADLINE_MS = 15_000;
/** A file of 50 MB on a slow disk. */
const UPLOAD_DEADLINE_MS = 120_000;

/** Talks to the worker's stream endpoint over HTTP. */
export function createWorkerClient(options: WorkerClientOptions): WorkerClient {
  const authorization = `Bearer ${options.key.toString('hex')}`;

  const ask = async (
    path: string,
    query: object,
    init: RequestInit & { duplex?: 'half' } = {},
  ): Promise<Response> => {
    const address = `${options.url}${path}?${searchOf(query)}`;
    const headers = { ...(init.headers as Record<string, string> | undefined), authorization };
    const response = await fetch(address, { ...init, headers }).catch((cause: unknown) => {
      throw workerAway(cause);
    });
    if (response.ok) return response;
    throw await readError(response, 'ENGINE_UNREACHABLE', 'The worker could not answer.');
  };

  return {
    async *logs(query: LogQuery, signal: AbortSignal): AsyncGenerator<LogLine | { dropped: number }> {
      const { follow, ...rest } = query;
      const response = await ask('/logs', { ...rest, follow: follow ? 1 : undefined }, { signal });
      try {
        yield* readNdjson<LogLine | { dropped: number }>(response.body);
      } catch (error) {
        if (!signal.aborted) throw workerAway(error);
      }
    },
    async listFiles(environmentId, volume) {
      const response = await ask('/files', { environmentId, volume }, deadline(ANSWER_DEADLINE_MS));
      const files = (await response.json()) as (Omit<FileView, 'modifiedAt'> & { modifiedAt: string })[];
      return files.map((file) => ({ ...file, modifiedAt: new Date(file.modifiedAt) }));
    },
    async readFile(address, signal) {
      const response = await ask('/file', fileQuery(address), { signal });
      return response.body ?? new Blob([]).stream();
    },
    async putFile(address, body, size) {
      const headers = { 'content-type': 'application/octet-stream', 'content-length': String(size) };
      await ask('/file', fileQuery(address), {
        method: 'PUT',
        headers,
        body,
        duplex: 'half',
        ...deadline(UPLOAD_DEADLINE_MS),
      });
    },
  };
}

const deadline = (ms: number): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(ms) });

const fileQuery = ({ environmentId, volume, name }: FileAddress) => ({ environmentId, volume, name });

function searchOf(query: object): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}

function workerAway(cause: unknown): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'The worker does not answer: logs and files cannot be read now. Try again in a moment.',
    [],
    { cause },
  );
}
