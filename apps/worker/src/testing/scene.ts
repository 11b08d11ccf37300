import { randomBytes } from 'node:crypto';
import { LABELS } from '@jalon/contracts';
import { notifyChange } from '@jalon/db';
import { makeEnvironment, type TestDatabase, type TestEnvironment, testDatabase } from '@jalon/db/testing';
import { type TestEngine, testEndpoint, testEngine } from '@jalon/docker/testing';
import { startWorkerProcess, type WorkerProcess, type WorkerProcessOptions } from './worker-process';

export type Action = 'DEPLOY' | 'STOP' | 'START' | 'RESTART' | 'REMOVE';

/** Statuses from which a deployment or a run does not move. */
const FINAL = ['SUCCEEDED', 'FAILED', 'REVERTED', 'CANCELLED'];

/** A busy machine may keep a transaction waiting for longer than Prisma's five seconds. */
const PATIENT = { timeout: 60_000, maxWait: 60_000 };

/** A database, an engine, an environment, and workers: what a test of the worker plays in. */
export class Scene {
  readonly secret = randomBytes(32).toString('hex');
  private readonly workers: WorkerProcess[] = [];
  private readonly environments: string[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly host: TestEngine,
  ) {}

  /** @param host where the containers are looked for, the test daemon when absent; @param database a fresh one when absent */
  static async open(host?: TestEngine, database?: TestDatabase): Promise<Scene> {
    return new Scene(database ?? (await testDatabase()), host ?? (await testEngine()));
  }

  get db() {
    return this.database.db;
  }

  async environment(endpoint = testEndpoint()): Promise<TestEnvironment> {
    const environment = await makeEnvironment(this.db, { endpoint });
    this.environments.push(environment.environmentId);
    return environment;
  }

  /** Another environment of the same project, on the same host. */
  async sibling(environment: TestEnvironment, slug: string): Promise<TestEnvironment> {
    const { projectId, hostId } = environment;
    const { id } = await this.db.environment.create({
      data: { projectId, hostId, kind: 'STAGING', slug },
    });
    this.environments.push(id);
    return { ...environment, environmentId: id, environmentSlug: slug };
  }

  /** Queues a deployment of a revision by the images that it has recorded. Returns its id. */
  async apply(
    { environmentId, projectId }: TestEnvironment,
    revisionId: string,
    source: 'ROLL_BACK' | 'PROMOTION',
  ): Promise<string> {
    return this.db.$transaction(async (tx) => {
      const number = (await tx.deployment.count({ where: { environmentId } })) + 1;
      const { id } = await tx.deployment.create({ data: { environmentId, number, source, revisionId } });
      await notifyChange(tx, { topic: 'deployment', id, projectId, environmentId });
      return id;
    }, PATIENT);
  }

  async worker(options: Partial<WorkerProcessOptions> = {}): Promise<WorkerProcess> {
    const { url: databaseUrl } = this.database;
    const worker = await startWorkerProcess({ databaseUrl, secret: this.secret, ...options });
    this.workers.push(worker);
    return worker;
  }

  /** Queues a deployment as the web process does; with a file, of a new revision of it. Returns its id. */
  async queue(
    environment: TestEnvironment,
    action: Action,
    composeText?: string,
    variables: Record<string, string> = {},
  ): Promise<string> {
    const { environmentId, projectId } = environment;
    return this.db.$transaction(async (tx) => {
      // As the use case does: who deploys at the same moment gets the next number.
      await tx.$queryRaw`SELECT id FROM "Environment" WHERE id = ${environmentId}::uuid FOR NO KEY UPDATE`;
      const deployments = await tx.deployment.count({ where: { environmentId } });
      const revision = composeText
        ? await tx.stackRevision.create({
            data: {
              projectId,
              number: (await tx.stackRevision.count({ where: { projectId } })) + 1,
              composeText,
              variables: Object.fromEntries(
                Object.entries(variables).map(([name, value]) => [name, { value }]),
              ),
            },
          })
        : null;
      const { currentRevisionId } = await tx.environment.findUniqueOrThrow({ where: { id: environmentId } });
      const revisionId = revision?.id ?? currentRevisionId;
      const { id } = await tx.deployment.create({
        data: { environmentId, number: deployments + 1, action, revisionId },
      });
      await notifyChange(tx, { topic: 'deployment', id, projectId, environmentId });
      return id;
    }, PATIENT);
  }

  async cancel(environment: TestEnvironment, deploymentId: string): Promise<void> {
    const { projectId, environmentId } = environment;
    await this.db.deployment.update({
      where: { id: deploymentId },
      data: { cancelRequestedAt: new Date() },
    });
    await notifyChange(this.db, { topic: 'deployment', id: deploymentId, projectId, environmentId });
  }

  deployment(id: string) {
    return this.db.deployment.findUniqueOrThrow({
      where: { id },
      include: { steps: { orderBy: { position: 'asc' } } },
    });
  }

  /** Looks again and again, every 20 ms unless said otherwise, until what is looked for is there; fails with what was seen last. */
  async until<T>(
    look: () => Promise<T>,
    isThere: (seen: T) => boolean,
    timeoutMs = 90_000,
    everyMs = 20,
  ): Promise<T> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const seen = await look();
      if (isThere(seen)) return seen;
      if (performance.now() > deadline) {
        throw new Error(
          `not there in ${timeoutMs} ms: ${JSON.stringify(seen, null, 1)}\n${this.lastWords()}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }

  /** What the last workers said, from their beginning. */
  lastWords(): string {
    return this.workers
      .slice(-3)
      .map((worker) => worker.log().slice(0, 6_000))
      .join('\n---\n');
  }

  /** The deployment once it is finished. */
  finished(id: string, timeoutMs?: number) {
    return this.until(
      () => this.deployment(id),
      ({ status }) => FINAL.includes(status),
      timeoutMs,
    );
  }

  /** The deployment once one of its steps, named by the beginning of its key, has this status. */
  stepReached(id: string, key: string, status: string) {
    return this.until(
      () => this.deployment(id),
      ({ steps }) => steps.some((step) => step.key.startsWith(key) && step.status === status),
    );
  }

  /** Containers of the environment on the real daemon: name, state and health, in the order of their names. */
  async containers({ environmentId }: TestEnvironment): Promise<string[]> {
    const filters = { label: [`${LABELS.environmentId}=${environmentId}`] };
    const found = await this.host.docker.listContainers({ all: true, filters });
    return found
      .map(({ Names, State, Status }) => {
        const health = /\((.*)\)/.exec(State === 'running' ? Status : '')?.[1];
        return [Names[0]?.slice(1), State, health].filter(Boolean).join(' ');
      })
      .sort();
  }

  async networks({ environmentId }: TestEnvironment): Promise<string[]> {
    const filters = { label: [`${LABELS.environmentId}=${environmentId}`] };
    return (await this.host.docker.listNetworks({ filters })).map(({ Name }) => Name);
  }

  /** Stops every worker that runs. */
  async endWorkers(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.end('SIGTERM')));
  }

  /** Removes what the environments made so far have on the host: health checks of old stacks would slow the next. */
  async clear(): Promise<void> {
    await this.host.cleanUp(...this.environments.splice(0));
  }

  async close(): Promise<void> {
    await this.endWorkers();
    await this.clear();
    this.host.close();
    await this.database.close();
  }
}

/** What one healthy stack of `chainOf` looks like on the host. */
export function healthyChain({ projectSlug }: TestEnvironment): string[] {
  return ['db', 'model', 'web'].map((name) => `${projectSlug}-sandbox-${name}-1 running healthy`);
}
