import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDockerEngine } from '@jalon/docker';
import { createLogger } from '@jalon/logger';

const run = promisify(execFile);

const PATIENCE_MS = 180_000;

/**
 * A Docker daemon of its own, to be killed: own data, own socket, own bridge. It needs root, as every daemon does.
 * What it runs outlives a kill, as on a real host.
 */
export class PrivateEngine {
  private daemon: ChildProcess | null = null;
  private said = '';

  private constructor(
    private readonly folder: string,
    private readonly bridge: string,
    private readonly subnet: number,
  ) {}

  static async start(): Promise<PrivateEngine> {
    const folder = await mkdtemp(join(tmpdir(), 'jalon-engine-'));
    const id = randomBytes(2);
    const engine = new PrivateEngine(folder, `jt${id.toString('hex')}`, 16 + ((id[0] ?? 0) % 200));
    await run('ip', ['link', 'add', 'name', engine.bridge, 'type', 'bridge']);
    await run('ip', ['addr', 'add', `10.${engine.subnet}.0.1/24`, 'dev', engine.bridge]);
    await run('ip', ['link', 'set', engine.bridge, 'up']);
    await engine.up();
    return engine;
  }

  get endpoint(): string {
    return `unix://${this.folder}/docker.sock`;
  }

  /**
   * Starts the daemon, on what an earlier one left; resolves when it answers. On a busy machine it can give up waiting
   * for its containerd and end: it is started again, as a host's service manager does. No address pool is given: with
   * one, Docker 20.10 deletes the machine's docker0 at its second start, whatever its own bridge is.
   */
  async up(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      const daemon = this.spawn();
      this.daemon = daemon;
      if (await this.answers(daemon, deadline)) return;
    }
    throw new Error(`the private daemon does not answer:\n${this.said}`);
  }

  private spawn(): ChildProcess {
    const { folder } = this;
    const options = {
      'data-root': `${folder}/data`,
      'exec-root': `${folder}/exec`,
      pidfile: `${folder}/docker.pid`,
      host: this.endpoint,
      bridge: this.bridge,
      // The rules of the machine's own daemon are in the same tables.
      iptables: 'false',
      'ip-masq': 'false',
      'containerd-namespace': this.bridge,
      'containerd-plugins-namespace': `${this.bridge}-plugins`,
    };
    const daemon = spawn(
      'dockerd',
      Object.entries(options).map(([name, value]) => `--${name}=${value}`),
      { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    for (const output of [daemon.stdout, daemon.stderr]) {
      output?.on('data', (chunk: Buffer) => {
        this.said = (this.said + chunk.toString()).slice(-4_000);
      });
    }
    return daemon;
  }

  /** kill -9 of the daemon, not of its containers. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
    // As after a crash of the process: the pid file names a process that is gone.
    await rm(`${this.folder}/docker.pid`, { force: true });
  }

  async close(): Promise<void> {
    await this.end('SIGTERM');
    const pid = await readFile(`${this.folder}/exec/containerd/containerd.pid`, 'utf8').catch(() => '');
    if (pid !== '') await run('kill', ['-TERM', pid.trim()]).catch(() => undefined);
    await run('ip', ['link', 'delete', this.bridge]);
    // A killed daemon leaves its data root mounted on itself.
    await run('umount', [`${this.folder}/data`]).catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { daemon } = this;
    if (!daemon || daemon.exitCode !== null) return;
    const gone = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill(signal);
    await gone;
    this.daemon = null;
  }

  /** False when the daemon ended before it answered, or the time is up. */
  private async answers(daemon: ChildProcess, deadline: number): Promise<boolean> {
    const logger = createLogger('test', { level: 'silent' });
    const engine = createDockerEngine({
      endpoint: this.endpoint,
      logger,
      contentDir: '.',
      pythonBase: 'none',
    });
    try {
      while (performance.now() < deadline && daemon.exitCode === null && daemon.signalCode === null) {
        const there = await engine.ping().then(
          () => true,
          () => false,
        );
        if (there) return true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return false;
    } finally {
      engine.close();
    }
  }
}
