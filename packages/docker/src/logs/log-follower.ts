import type { LogLine } from '@jalon/contracts';
import type { DockerClient } from '../client/client';
import { hasCode } from '../client/error-kind';
import type { EngineEvent } from '../events';
import { containerLog } from './container-log';
import { type LogSource, replicaOf } from './history';
import { LogQueue } from './log-queue';
import type { LogEntry } from './logs';
import { isRepeated, type LogPosition, resumeAt } from './position';

/** Follows several containers at once, and those that start later, into one bounded queue. */
export class LogFollower {
  private readonly queue: LogQueue<LogLine>;
  private readonly closing = new AbortController();
  private readonly signal: AbortSignal;
  /** By container: closes the stream that is being read. */
  private readonly following = new Map<string, AbortController>();

  constructor(
    private readonly client: DockerClient,
    private readonly positions: Map<string, LogPosition>,
    { buffer, signal }: { buffer: number; signal?: AbortSignal },
  ) {
    this.queue = new LogQueue(buffer);
    this.signal = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    this.signal.addEventListener('abort', () => this.queue.end(), { once: true });
  }

  /** Goes on after what has been read of this container; `since` is for one that was never read. */
  follow(source: LogSource, since?: string): void {
    // The engine may leave the log of a container's earlier life open; one reader is enough.
    this.following.get(source.containerId)?.abort();
    const reader = new AbortController();
    this.following.set(source.containerId, reader);
    this.read(source, since, AbortSignal.any([this.signal, reader.signal])).catch((error: Error) =>
      this.queue.fail(error),
    );
  }

  /** Takes up containers as they start. */
  attachNew(events: AsyncGenerator<EngineEvent>, wanted: (event: EngineEvent) => boolean): void {
    const attach = async (): Promise<void> => {
      for await (const event of events) {
        if (event.action !== 'start' || !wanted(event)) continue;
        const { containerId, service, containerName } = event;
        this.follow({ containerId, service, ...replicaOf(containerName, event.kind) }, event.at);
      }
    };
    attach().catch((error: Error) => this.queue.fail(error));
  }

  async *batches(): AsyncGenerator<LogEntry[]> {
    if (this.signal.aborted) return;
    for (;;) {
      const taken = await this.queue.take();
      if (taken === null) return;
      yield taken.dropped > 0 ? [{ dropped: taken.dropped }, ...taken.items] : taken.items;
    }
  }

  close(): void {
    this.closing.abort();
  }

  private async read(
    { containerId, ...source }: LogSource,
    since: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const from = resumeAt(this.positions.get(containerId)) ?? since;
    const request = { container: containerId, follow: true, tail: null, since: from, signal };
    try {
      for await (const batch of containerLog(this.client, request)) {
        for (const line of batch) {
          if (!isRepeated(this.positions, containerId, line)) this.queue.push({ ...source, ...line });
        }
      }
    } catch (error) {
      // Removed in the meantime is an end like any other.
      if (!hasCode(error, 'NOT_FOUND') && !hasCode(error, 'CANCELLED')) throw error;
    }
  }
}
