import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { countingProxy } from './counting-proxy';

const run = promisify(execFile);

/** The Compose that this machine has, with its version; null when it has none. */
export async function findCompose(): Promise<{ name: string; command: string[] } | null> {
  for (const command of [['docker', 'compose'], ['docker-compose']]) {
    const version = await attempt(command, ['version', '--short']);
    if (version) return { name: `${command.join(' ')} ${version}`, command };
  }
  return null;
}

async function attempt([program = '', ...first]: string[], args: string[]): Promise<string | null> {
  try {
    return (await run(program, [...first, ...args])).stdout.trim();
  } catch {
    return null;
  }
}

export interface ComposeStack {
  up(): Promise<{ ms: number; calls: number }>;
  down(): Promise<void>;
}

/** A stack in Compose's hands; the calls of `up` are counted on their way to the daemon. */
export async function composeUp(
  endpoint: string,
  command: string[],
  project: string,
  text: string,
): Promise<ComposeStack> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-bench-'));
  const file = join(folder, 'compose.yaml');
  // Compose 1.29 reads mem_limit from version 2 files only.
  await writeFile(file, `version: "2.4"\n${text}`);
  const proxy = await countingProxy(endpoint.replace('unix://', ''));
  const [program = '', ...first] = command;
  const compose = (args: string[]) =>
    run(program, [...first, '--project-name', project, '--file', file, ...args], {
      env: { ...process.env, DOCKER_HOST: proxy.endpoint, COMPOSE_PARALLEL_LIMIT: '64' },
      maxBuffer: 64 * 1024 * 1024,
    });
  return {
    async up() {
      proxy.take();
      const from = performance.now();
      await compose(['up', '--detach']);
      return { ms: performance.now() - from, calls: proxy.take() };
    },
    async down() {
      await compose(['down', '--timeout', '0']);
      await proxy.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
