import type { CallOptions, DockerClient } from '../client/client';
import { containerLog } from './container-log';

/** The last lines that a container printed, oldest first. Throws NOT_FOUND. */
export async function lastLines(
  client: DockerClient,
  container: string,
  count: number,
  options: CallOptions = {},
): Promise<string[]> {
  const lines: string[] = [];
  for await (const batch of containerLog(client, { ...options, container, tail: count, follow: false })) {
    lines.push(...batch.map((entry) => entry.line));
  }
  return lines.slice(-count);
}
