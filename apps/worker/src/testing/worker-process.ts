import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePorts } from './free-ports';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const root = fileURLToPath(new URL('../../../..', import.meta.url));

export interface WorkerProcess {
  pid: number;
  url: string;
  /** What it has logged so far. */
  log(): string;
  /** Resolves when it is ready. */
  ready: Promise<void>;
  /** Sends the signal; resolves when the process is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export interface WorkerProcessOptions {
  databaseUrl: string;
  secret: string;
  /** The engine of its own installation; the machine's when absent. */
  dockerHost?: string;
  /** A module that is loaded before the bundle: how a test gives it another clock. */
  preload?: string;
  /** Further variables of its environment. */
  env?: Record<string, string>;
}

/** Starts the real worker as a process of its own. */
export async function startWorkerProcess(options: WorkerProcessOptions): Promise<WorkerProcess> {
  const { databaseUrl, secret, dockerHost, preload, env } = options;
  const [port = 0] = await freePorts(1);
  const args = ['--enable-source-maps', ...(preload ? ['--import', preload] : []), 'dist/main.mjs'];
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      JALON_SECRET: secret,
      JALON_CONTENT_DIR: root,
      ...(dockerHost ? { DOCKER_HOST: dockerHost } : {}),
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  let log = '';
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      log += chunk.toString();
      if (log.includes('"msg":"ready"')) resolve();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    void gone.then(() => reject(new Error(`the worker ended before it was ready:\n${log}`)));
  });
  // Whoever kills it before it is ready does not wait for it.
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? -1,
    url: `http://127.0.0.1:${port}`,
    log: () => log,
    ready,
    end: (signal) => {
      child.kill(signal);
      return gone;
    },
  };
}
