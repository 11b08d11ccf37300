import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { DomainError } from '@jalon/contracts';
import type { DockerClient } from '../client/client';
import { cancelled } from '../client/deadline';
import { hasCode, orNull } from '../client/error-kind';
import { imageNotFound, missingImageOf } from '../client/image-errors';
import { inspectImage } from '../client/inspect';
import { jsonLines } from '../client/json-lines';
import type { StepProgress } from '../execute/execution';
import { buildQuery } from './build-query';
import { packContext } from './context-tar';
import type { ResolvedBuild } from './resolve-build';

export interface BuildOptions {
  signal?: AbortSignal;
  onProgress?: (progress: StepProgress) => void;
}

interface BuildMessage {
  stream?: string;
  status?: string;
  error?: string;
}

/** The daemon answers once it has read the whole context. */
const FIRST_ANSWER_MS = 300_000;
const LINES_SHOWN = 20;

/** Builds an image and the chain of its bases; what is there already is not built again. Throws BUILD_FAILED, IMAGE_NOT_FOUND. */
export async function buildImage(
  client: DockerClient,
  resolved: ResolvedBuild,
  options: BuildOptions = {},
): Promise<void> {
  const { signal, onProgress } = options;
  if (await orNull(inspectImage(client, resolved.image, { signal }))) {
    onProgress?.({ progress: 1, log: `${resolved.image} is there already\n` });
    return;
  }
  if (resolved.base) await buildImage(client, resolved.base, options);
  onProgress?.({ progress: 0, log: `Building ${resolved.image} from ${resolved.build.context}\n` });
  await run(client, resolved, options);
}

async function run(
  client: DockerClient,
  resolved: ResolvedBuild,
  { signal, onProgress }: BuildOptions,
): Promise<void> {
  const doing = `build ${resolved.image}`;
  const stream = await begin(client, resolved, doing, signal);
  const close = (): void => {
    stream.destroy(cancelled(doing));
  };
  signal?.addEventListener('abort', close, { once: true });
  const last: string[] = [];
  try {
    for await (const message of jsonLines<BuildMessage>(stream)) {
      if (message.error) throw buildFailed(resolved.image, message.error, last);
      // What a command printed as an error comes in red.
      const text = stripVTControlCharacters(message.stream ?? (message.status ? `${message.status}\n` : ''));
      last.push(...text.split('\n').filter((line) => line.trim() !== ''));
      last.splice(0, last.length - LINES_SHOWN);
      onProgress?.({ progress: progressOf(text), log: text });
    }
  } catch (error) {
    throw client.mapError(error, doing);
  } finally {
    signal?.removeEventListener('abort', close);
    stream.destroy();
  }
}

async function begin(
  client: DockerClient,
  resolved: ResolvedBuild,
  doing: string,
  signal: AbortSignal | undefined,
): Promise<Readable> {
  const context = packContext(resolved.folder, resolved.files);
  try {
    const stream = await client.call(
      doing,
      (docker, abortSignal) => docker.buildImage(context, { ...buildQuery(resolved), abortSignal }),
      { signal, deadlineMs: FIRST_ANSWER_MS },
    );
    return stream as Readable;
  } catch (error) {
    context.destroy();
    if (!hasCode(error, 'ENGINE_REFUSED')) throw error;
    throw buildFailed(resolved.image, error instanceof Error ? error.message : String(error), []);
  }
}

/** `Step 3/12 : RUN …` → 2/12 done. */
function progressOf(text: string): number | undefined {
  const step = /^Step (\d+)\/(\d+) :/m.exec(text);
  if (step) return (Number(step[1]) - 1) / Number(step[2]);
  return text.startsWith('Successfully built') ? 1 : undefined;
}

function buildFailed(image: string, said: string, lines: readonly string[]): DomainError {
  const missing = missingImageOf(said);
  if (missing) return imageNotFound(missing);
  return new DomainError(
    'BUILD_FAILED',
    `Building ${image} failed: ${said.trim()}`,
    lines.map((message) => ({ path: 'build', message })),
  );
}
