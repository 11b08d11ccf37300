import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { DomainError, fileRef, UPLOAD_MAX_BYTES, volumeRef } from '@jalon/contracts';
import { findEnvironmentAddress } from '@jalon/core/observation';
import type { DockerEngine } from '@jalon/docker';
import type { WorkerTools } from '../tools';
import { answerJson, readQuery, signalOf } from './answer';

/** The files of a volume, as JSON. */
export async function serveFileList(
  tools: WorkerTools,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const ref = readQuery(volumeRef, Object.fromEntries(query));
  const { engine, volume } = await locate(tools, ref.environmentId, ref.volume);
  const { files } = await engine.listFiles(volume, { signal: signalOf(request, response) });
  answerJson(response, 200, files);
}

/** The bytes of one file. */
export async function serveFile(
  tools: WorkerTools,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const ref = readQuery(fileRef, Object.fromEntries(query));
  const { engine, volume } = await locate(tools, ref.environmentId, ref.volume);
  const { size, stream } = await engine.readFile(volume, ref.name, { signal: signalOf(request, response) });
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': size,
    'cache-control': 'no-store',
  });
  await pipeline(stream, response);
}

/** Takes one file in; its size must be told beforehand. */
export async function receiveFile(
  tools: WorkerTools,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const ref = readQuery(fileRef, Object.fromEntries(query));
  const size = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isInteger(size) || size < 0 || size > UPLOAD_MAX_BYTES) {
    throw new DomainError(
      'VALIDATION',
      `A file may have up to ${UPLOAD_MAX_BYTES / 1024 / 1024} MB, told in Content-Length.`,
    );
  }
  const { engine, volume } = await locate(tools, ref.environmentId, ref.volume);
  await engine.putFile(
    { volume, name: ref.name, content: request, size },
    { signal: signalOf(request, response) },
  );
  answerJson(response, 201, { name: ref.name, size });
}

async function locate(
  { context, engines }: WorkerTools,
  environmentId: string,
  volume: string,
): Promise<{ engine: DockerEngine; volume: string }> {
  const { endpoint, projectName } = await findEnvironmentAddress(context, environmentId);
  return { engine: engines.get(endpoint), volume: `${projectName}_${volume}` };
}
