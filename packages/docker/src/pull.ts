import type { Readable } from 'node:stream';
import { DomainError } from '@jalon/contracts';
import type Docker from 'dockerode';
import type { CallOptions, DockerClient } from './client/client';
import { hasCode } from './client/error-kind';
import { imageNotFound } from './client/image-errors';
import { jsonLines } from './client/json-lines';
import type { StepProgress } from './execute/execution';
import { splitReference } from './observe/image-reference';

export interface PullOptions extends CallOptions {
  /** Of a private registry. */
  auth?: { username: string; password: string; serverAddress?: string };
  onProgress?: (progress: StepProgress) => void;
}

interface PullMessage {
  id?: string;
  status?: string;
  progressDetail?: { current?: number; total?: number };
  error?: string;
}

/** A registry may take its time before the first byte. */
const FIRST_ANSWER_MS = 120_000;

/** Pulls an image; one that is there and unchanged is good. Throws IMAGE_NOT_FOUND with what to do. */
export async function pullImage(
  client: DockerClient,
  image: string,
  options: PullOptions = {},
): Promise<void> {
  const doing = `pull ${image}`;
  const { name, tag, digest } = splitReference(image);
  const query = { fromImage: name, tag: digest ?? tag ?? 'latest' };
  const stream = await begin(client, image, query, options, doing);
  const close = (): void => {
    stream.destroy(new DomainError('CANCELLED', `Cancelled: ${doing}.`));
  };
  options.signal?.addEventListener('abort', close, { once: true });
  const layers = new LayerProgress();
  try {
    for await (const message of jsonLines<PullMessage>(stream)) {
      if (message.error) throw refusedPull(image, message.error);
      layers.add(message);
      options.onProgress?.({ progress: layers.share(), log: layers.newsOf(message) });
    }
  } catch (error) {
    throw client.mapError(error, doing);
  } finally {
    options.signal?.removeEventListener('abort', close);
    stream.destroy();
  }
}

async function begin(
  client: DockerClient,
  image: string,
  query: object,
  { auth, signal, deadlineMs = FIRST_ANSWER_MS }: PullOptions,
  doing: string,
): Promise<Readable> {
  const authconfig = auth
    ? { username: auth.username, password: auth.password, serveraddress: auth.serverAddress ?? '' }
    : undefined;
  try {
    const stream = await client.call(
      doing,
      (docker, abortSignal) => docker.createImage(authconfig as Docker.AuthConfig, { ...query, abortSignal }),
      { signal, deadlineMs },
    );
    return stream as Readable;
  } catch (error) {
    if (hasCode(error, 'CANCELLED') || hasCode(error, 'ENGINE_UNREACHABLE')) throw error;
    throw refusedPull(image, error instanceof Error ? error.message : String(error), error);
  }
}

/** Every way in which a registry says no ends here: the advice is the same, its words are kept. */
function refusedPull(image: string, said: string, cause?: unknown): DomainError {
  const known = imageNotFound(image, cause);
  return new DomainError(known.code, `${known.message} (${said.trim()})`, known.details, { cause });
}

/** Bytes over all layers: download is most of the work, unpacking the rest. */
class LayerProgress {
  private readonly layers = new Map<string, { total: number; down: number; unpacked: number }>();
  private readonly said = new Set<string>();

  add({ id, status, progressDetail }: PullMessage): void {
    if (!id || !status) return;
    const layer = this.layers.get(id) ?? { total: 0, down: 0, unpacked: 0 };
    const { current = 0, total = 0 } = progressDetail ?? {};
    if (total > 0) layer.total = total;
    if (status === 'Downloading') layer.down = current;
    if (status === 'Download complete') layer.down = layer.total;
    if (status === 'Extracting') layer.unpacked = current;
    if (status === 'Pull complete' || status === 'Already exists') {
      layer.down = layer.total;
      layer.unpacked = layer.total;
    }
    this.layers.set(id, layer);
  }

  share(): number {
    let done = 0;
    let total = 0;
    for (const layer of this.layers.values()) {
      done += layer.down * 0.8 + layer.unpacked * 0.2;
      total += layer.total;
    }
    return total === 0 ? 0 : done / total;
  }

  /** A line for the log, once for each change of state; none for each few kilobytes. */
  newsOf({ id, status = '' }: PullMessage): string {
    const line = id ? `${id}: ${status}` : status;
    if (line === '' || this.said.has(line)) return '';
    this.said.add(line);
    return `${line}\n`;
  }
}
