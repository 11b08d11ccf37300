import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { dockerRequest } from '../../scripts/lib/docker/http.mjs';

/** What a figure depends on. */
export interface Machine {
  date: string;
  cores: number;
  cpu: string;
  memoryMB: number;
  system: string;
  kernel: string;
  node: string;
  docker: string | null;
  storageDriver: string | null;
  cgroups: string | null;
  /** Processes that wanted a core when it began, over the last minute: above 1, others were at work as well. */
  loadBefore: number;
}

export async function machineFacts(dockerHost: string | null): Promise<Machine> {
  const [first] = cpus();
  return {
    date: new Date().toISOString(),
    cores: cpus().length,
    cpu: first?.model ?? 'unknown',
    memoryMB: Math.round(totalmem() / 1024 / 1024),
    system: systemName(),
    kernel: release(),
    node: process.versions.node,
    ...(await engineFacts(dockerHost)),
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

/** One line for a person. */
export function describeMachine(machine: Machine): string {
  const docker = machine.docker ? `Docker ${machine.docker} (${machine.storageDriver})` : 'no Docker';
  return [
    `${machine.cores} cores (${machine.cpu})`,
    `${(machine.memoryMB / 1024).toFixed(1)} GiB`,
    `${machine.system}, kernel ${machine.kernel}`,
    `Node ${machine.node}`,
    docker,
    `load ${machine.loadBefore} before`,
  ].join(' · ');
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}

async function engineFacts(
  endpoint: string | null,
): Promise<Pick<Machine, 'docker' | 'storageDriver' | 'cgroups'>> {
  if (!endpoint) return { docker: null, storageDriver: null, cgroups: null };
  const { body } = await dockerRequest(endpoint, '/info', { timeoutMs: 20_000 });
  const info = JSON.parse(body) as { ServerVersion: string; Driver: string; CgroupVersion?: string };
  return { docker: info.ServerVersion, storageDriver: info.Driver, cgroups: info.CgroupVersion ?? null };
}
