import type { CallOptions, DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { readArchiveFile } from '../files/archive';

const DEFAULT_PATH = '/jalon/result.json';
/** A result is a summary; whoever has more writes it to a volume. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The JSON value that a finished container left in its result file; null when there is none, or it is not JSON. */
export async function readJobResult(
  client: DockerClient,
  container: string,
  path: string | undefined,
  options: CallOptions,
): Promise<unknown> {
  const bytes = await orNull(
    readArchiveFile(client, container, path ?? DEFAULT_PATH, { ...options, maxBytes: MAX_BYTES }),
  );
  if (!bytes) return null;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // A job that was killed while it wrote: its exit code and its log tell the story.
    return null;
  }
}
