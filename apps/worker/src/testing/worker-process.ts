import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('../..', import.meta.url));
const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The bundle that is shipped is the one that is tested. */
export async function buildWorker(): Promise<void> {
  await run('npm', ['run', 'build', '--silent'], { cwd: folder });
}

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

/** Starts the real worker as a process of its own. */
export async function startWorkerProcess(databaseUrl: string, secret: string): Promise<WorkerProcess> {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', 'dist/main.mjs'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      JALON_SECRET: secret,
      JALON_CONTENT_DIR: root,
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
