import type { TestDatabase, TestEnvironment } from '@jalon/db/testing';
import type { TestEngine } from '@jalon/docker/testing';
import { Scene } from '../scene';
import type { WorkerProcess, WorkerProcessOptions } from '../worker-process';
import { type DatabaseLine, openDatabaseLine } from './lines/database-line';
import { type EngineLine, openEngineLine } from './lines/engine-line';
import type { Moment } from './lines/strike';

/** What happens at a call: the worker is killed, its line to the engine breaks, or somebody wishes to cancel. */
export type Deed = 'kill' | 'cut' | 'cancel';

/** Where something happens to a worker: at which call on which of its two lines, and when relative to it. */
export interface Blow {
  deed: Deed;
  line: 'engine' | 'database';
  call: number;
  moment: Moment;
}

/** A database, a worker and lines of its own, on an engine that others use as well. */
export class Lane {
  private alive: WorkerProcess | null = null;
  /** Workers killed so far. */
  kills = 0;

  private constructor(
    readonly scene: Scene,
    readonly engine: EngineLine,
    readonly database: DatabaseLine,
  ) {}

  /** @param endpoint of the engine that `host` looks at; @param database one of the tests' own server when absent */
  static async open(endpoint: string, host: TestEngine, database?: TestDatabase): Promise<Lane> {
    const scene = await Scene.open(host, database);
    return new Lane(scene, await openEngineLine(endpoint), await openDatabaseLine(scene.database.url));
  }

  environment(): Promise<TestEnvironment> {
    return this.scene.environment(this.engine.endpoint);
  }

  /** Starts a worker on both lines, unless there is one. */
  async ensureWorker(options: Partial<WorkerProcessOptions> = {}): Promise<void> {
    this.alive ??= await this.scene.worker({
      databaseUrl: this.database.url,
      dockerHost: this.engine.endpoint,
      ...options,
    });
  }

  /** Resolves with the call once it was hit, and the worker is gone where it was killed. */
  arm({ deed, line, call, moment }: Blow): Promise<string> {
    this.disarm();
    return new Promise((resolve) => {
      const hit = (name: string): void => {
        // At once: the worker must not come one step further.
        if (deed === 'kill') return void this.kill().then(() => resolve(name));
        if (deed === 'cut') this.engine.cut();
        resolve(name);
      };
      this[line].arm({ call, moment, letsCommitGo: deed !== 'kill', hit });
    });
  }

  /** kill -9 of the worker; resolves when it is gone. */
  async kill(): Promise<void> {
    const { alive } = this;
    this.alive = null;
    if (alive) this.kills += 1;
    await alive?.end('SIGKILL');
  }

  disarm(): void {
    this.engine.arm(null);
    this.database.arm(null);
  }

  /** What the workers said last. */
  log(): string {
    return this.scene.lastWords();
  }

  async close(): Promise<void> {
    this.disarm();
    await this.scene.endWorkers();
    await Promise.all([this.engine.close(), this.database.close()]);
    await this.scene.close();
  }
}
