import type { Readable } from 'node:stream';
import type Docker from 'dockerode';
import type { DockerClient } from '../client/client';
import { jsonLines } from '../client/json-lines';
import type { RawUsage } from './cgroup';
import type { Reading } from './cpu-percent';

/** The latest reading of one container through the engine's own stream: about one a second. */
export class StreamStats {
  private latest: Reading | null = null;
  private readonly closing = new AbortController();
  private over = false;

  constructor(client: DockerClient, containerId: string, onProblem: (error: Error) => void) {
    this.follow(client, containerId).catch((error: Error) => {
      if (!this.closing.signal.aborted) onProblem(error);
    });
  }

  /** null before the first reading. */
  read(): Reading | null {
    return this.latest;
  }

  /** True when the container has ended or the engine has gone away. */
  get ended(): boolean {
    return this.over;
  }

  close(): void {
    this.closing.abort();
  }

  private async follow(client: DockerClient, containerId: string): Promise<void> {
    try {
      const stream = (await client.call(
        `follow the usage of ${containerId}`,
        (docker) => docker.getContainer(containerId).stats({ stream: true }),
        { signal: this.closing.signal },
      )) as Readable;
      this.closing.signal.addEventListener('abort', () => stream.destroy(), { once: true });
      for await (const stats of jsonLines<Docker.ContainerStats>(stream)) {
        // The engine says itself when it read.
        this.latest = { usage: toUsage(stats), atMs: new Date(stats.read).getTime(), vagueMs: 0 };
      }
    } finally {
      this.over = true;
    }
  }
}

function toUsage({ cpu_stats, memory_stats }: Docker.ContainerStats): RawUsage {
  const detail = memory_stats.stats as Partial<Docker.MemoryStats['stats']> | undefined;
  const cache = detail?.total_inactive_file ?? detail?.inactive_file ?? 0;
  return {
    cpuNs: cpu_stats.cpu_usage.total_usage,
    memoryBytes: Math.max((memory_stats.usage ?? 0) - cache, 0),
  };
}
