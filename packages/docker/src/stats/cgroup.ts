import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One reading of a container's counters. */
export interface RawUsage {
  /** CPU time used since the container started, in nanoseconds. */
  cpuNs: number;
  /** Without the file cache that the kernel gives back on demand, as `docker stats` counts. */
  memoryBytes: number;
}

/** Where to read one container's counters on this host. */
export type CgroupFiles =
  | { version: 1; usage: string; memory: string; memoryStat: string }
  | { version: 2; cpuStat: string; memory: string; memoryStat: string };

/** Finds the container's cgroup below `root`, whichever driver and version made it; null when the engine is on another host. */
export async function findCgroup(
  root: string,
  id: string,
  parent: string | null,
): Promise<CgroupFiles | null> {
  for (const path of candidates(id, parent)) {
    const v2 = join(root, path);
    if (await exists(join(v2, 'memory.current'))) {
      return {
        version: 2,
        cpuStat: join(v2, 'cpu.stat'),
        memory: join(v2, 'memory.current'),
        memoryStat: join(v2, 'memory.stat'),
      };
    }
    const memory = join(root, 'memory', path);
    const cpu = join(root, 'cpuacct', path, 'cpuacct.usage');
    if ((await exists(memory)) && (await exists(cpu))) {
      return {
        version: 1,
        usage: cpu,
        memory: join(memory, 'memory.usage_in_bytes'),
        memoryStat: join(memory, 'memory.stat'),
      };
    }
  }
  return null;
}

/** Throws when the container is gone (ENOENT). */
export async function readCgroup(files: CgroupFiles): Promise<RawUsage> {
  const [memory, stat, cpu] = await Promise.all([
    readFile(files.memory, 'utf8'),
    readFile(files.memoryStat, 'utf8'),
    readFile(files.version === 1 ? files.usage : files.cpuStat, 'utf8'),
  ]);
  const cache = fieldOf(stat, files.version === 1 ? 'total_inactive_file' : 'inactive_file');
  const cpuNs = files.version === 1 ? Number(cpu) : fieldOf(cpu, 'usage_usec') * 1_000;
  return { cpuNs, memoryBytes: Math.max(Number(memory) - cache, 0) };
}

function candidates(id: string, parent: string | null): string[] {
  const scope = `docker-${id}.scope`;
  const own = parent ? [`${parent}/${id}`, `${parent}/${scope}`] : [];
  return [...own, `docker/${id}`, `system.slice/${scope}`, `system.slice/docker.service/${scope}`];
}

function fieldOf(text: string, name: string): number {
  const match = new RegExp(`^${name} (\\d+)$`, 'm').exec(text);
  return match ? Number(match[1]) : 0;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
