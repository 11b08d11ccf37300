import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import type { Contender, Measured } from './contender';

const run = promisify(execFile);
const PROGRAMS = [['docker', 'compose'], ['docker-compose']];

/** Every Compose that this machine has, with its version; with its own defaults. */
export async function findComposes(): Promise<Contender[]> {
  const found = await Promise.all(PROGRAMS.map(find));
  return found.flatMap((contender) => contender ?? []);
}

async function find([program = '', ...first]: string[]): Promise<Contender | null> {
  try {
    const { stdout } = await run(program, [...first, 'version', '--short']);
    const name = `${[program, ...first].join(' ')} ${stdout.trim()}`;
    return { name, prepare: (text, endpoint, signal) => prepare(program, first, { text, endpoint, signal }) };
  } catch {
    return null;
  }
}

async function prepare(
  program: string,
  first: string[],
  { text, endpoint, signal }: { text: string; endpoint: string; signal: AbortSignal },
) {
  const project = `bench-${randomUUID().slice(0, 8)}`;
  const folder = await mkdtemp(join(tmpdir(), `${project}-`));
  const file = join(folder, 'compose.yaml');
  await writeFile(file, text);
  const compose = async (args: string[], until?: AbortSignal): Promise<Measured> => {
    const from = performance.now();
    await run(program, [...first, '--project-name', project, '--file', file, ...args], {
      env: { ...process.env, DOCKER_HOST: endpoint },
      maxBuffer: 64 * 1024 * 1024,
      signal: until,
    });
    return { ms: performance.now() - from };
  };
  return {
    up: () => compose(['up', '--detach'], signal),
    change: async (changed: string) => {
      await writeFile(file, changed);
      return compose(['up', '--detach'], signal);
    },
    down: async () => {
      const measured = await compose(['down']);
      await rm(folder, { recursive: true, force: true });
      return measured;
    },
  };
}
