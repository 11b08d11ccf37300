import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb } from '@jalon/db';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@jalon/db/embedded';
import { migrate } from '@jalon/db/migrate';
import type { TestDatabase } from '@jalon/db/testing';

/** The old processes hold the shared memory until they have noticed that their parent is gone. */
const RESTART_TRIES = 40;
const PAUSE_MS = 250;

/** A PostgreSQL to be killed: real settings, so that what was committed is there afterwards. */
export class OwnPostgres {
  private constructor(
    private readonly dir: string,
    private readonly password: string,
    private server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const dir = await mkdtemp(join(tmpdir(), 'jalon-killed-postgres-'));
    const password = randomBytes(16).toString('hex');
    return new OwnPostgres(dir, password, await startEmbeddedPostgres({ dir, password }));
  }

  /** Its one database, migrated. */
  async database(): Promise<TestDatabase> {
    const { url } = this.server;
    await migrate(url);
    const db = createDb(url);
    return { db, url, close: () => db.close() };
  }

  /** kill -9 of the postmaster, and a start on what it left; resolves when it answers again. */
  async crash(): Promise<void> {
    const [pid] = (await readFile(join(this.dir, 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    const { port } = this.server;
    const options = { dir: this.dir, password: this.password, port };
    for (let left = RESTART_TRIES; ; left -= 1) {
      try {
        this.server = await startEmbeddedPostgres(options);
        return;
      } catch (error) {
        if (left === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  async close(): Promise<void> {
    await this.server.stop();
    await rm(this.dir, { recursive: true, force: true });
  }
}
