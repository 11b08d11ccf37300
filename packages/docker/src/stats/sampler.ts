import type { DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { inspectContainer } from '../client/inspect';
import type { EngineLogger } from '../engine-logger';
import { type CgroupFiles, findCgroup, readCgroup } from './cgroup';
import { isComparable, percentOf, type Reading } from './cpu-percent';
import { StreamStats } from './stream-stats';

export interface ContainerUsage {
  containerId: string;
  /** 100 is one whole core; null until there are two readings to compare. */
  cpuPercent: number | null;
  memoryBytes: number;
}

type Source = { kind: 'cgroup'; files: CgroupFiles } | { kind: 'stream'; stats: StreamStats };

/** Reads the usage of running containers: from cgroup files where the engine is on this host, else through streams. */
export class StatsSampler {
  private readonly sources = new Map<string, Source>();
  private readonly before = new Map<string, Reading>();
  private readonly last = new Map<string, number | null>();

  constructor(
    private readonly client: DockerClient,
    private readonly logger: EngineLogger,
    private readonly cgroupRoot = '/sys/fs/cgroup',
  ) {}

  /** Usage of these containers now. One that is gone, or has not been read yet, is left out; others are forgotten. */
  async sample(containerIds: readonly string[]): Promise<ContainerUsage[]> {
    this.forgetAllBut(new Set(containerIds));
    const usages = await Promise.all(containerIds.map((id) => this.sampleOne(id)));
    return usages.filter((usage) => usage !== null);
  }

  close(): void {
    this.forgetAllBut(new Set());
  }

  private async sampleOne(id: string): Promise<ContainerUsage | null> {
    const reading = await this.read(id);
    if (!reading) return null;
    const before = this.before.get(id);
    // A stream may not have moved on since the last sample.
    if (before && before.atMs === reading.atMs) return this.usageOf(id, reading);
    if (before && !isComparable(before, reading)) {
      // Of two that are vague the sharper one is worth keeping; the percentage before them stands.
      if (reading.vagueMs < before.vagueMs) this.before.set(id, reading);
      return this.usageOf(id, reading);
    }
    this.last.set(id, before ? percentOf(before, reading) : null);
    this.before.set(id, reading);
    return this.usageOf(id, reading);
  }

  private usageOf(containerId: string, { usage }: Reading): ContainerUsage {
    return { containerId, cpuPercent: this.last.get(containerId) ?? null, memoryBytes: usage.memoryBytes };
  }

  private async read(id: string): Promise<Reading | null> {
    const source = this.sources.get(id) ?? (await this.open(id));
    if (!source) return null;
    if (source.kind === 'stream') {
      if (source.stats.ended) this.forget(id);
      return source.stats.read();
    }
    try {
      const begun = performance.now();
      const usage = await readCgroup(source.files);
      const vagueMs = performance.now() - begun;
      return { usage, atMs: begun + vagueMs / 2, vagueMs };
    } catch (error) {
      this.logger.debug({ containerId: id, error }, 'container ended while its usage was read');
      this.forget(id);
      return null;
    }
  }

  private async open(id: string): Promise<Source | null> {
    const files = (await findCgroup(this.cgroupRoot, id, null)) ?? (await this.findInOwnParent(id));
    const source: Source = files ? { kind: 'cgroup', files } : { kind: 'stream', stats: this.openStream(id) };
    this.sources.set(id, source);
    return source;
  }

  /** An engine may be told to put its containers below a cgroup of its own. */
  private async findInOwnParent(id: string): Promise<CgroupFiles | null> {
    const found = await orNull(inspectContainer(this.client, id));
    const parent = found?.HostConfig.CgroupParent?.replace(/^\//, '');
    return parent ? findCgroup(this.cgroupRoot, id, parent) : null;
  }

  private openStream(id: string): StreamStats {
    return new StreamStats(this.client, id, (error) => {
      this.logger.debug({ containerId: id, error }, 'usage of a container could not be followed');
    });
  }

  private forgetAllBut(wanted: Set<string>): void {
    for (const id of this.sources.keys()) if (!wanted.has(id)) this.forget(id);
  }

  private forget(id: string): void {
    const source = this.sources.get(id);
    if (source?.kind === 'stream') source.stats.close();
    this.sources.delete(id);
    this.before.delete(id);
    this.last.delete(id);
  }
}
