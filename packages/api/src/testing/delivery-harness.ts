import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type Clock, type Principal, type Role, systemClock } from '@jalon/contracts';
import { createContentStore } from '@jalon/core/catalogue';
import { createVariableCipher } from '@jalon/core/variable';
import { makeUser, type TestDatabase, testDatabase } from '@jalon/db/testing';
import { createLogger } from '@jalon/logger';
import { createCaller } from '../caller';
import type { ApiContext } from '../context';
import { ChangeFeed } from '../server/change-feed';
import { createModelClient } from '../server/model-client';
import { createWorkerClient } from '../server/worker-client';

const CONTENT_DIR = fileURLToPath(new URL('../../../../', import.meta.url));
const NOBODY_LISTENS = 'http://127.0.0.1:9';

export interface HarnessOptions {
  gatewayUrl?: string;
  workerUrl?: string;
  clock?: Clock;
}

/** The API on a database of its own, with the catalogue and sample of this repository. */
export async function deliveryHarness(options: HarnessOptions = {}) {
  const database: TestDatabase = await testDatabase();
  const { db } = database;
  const keys = { stream: randomBytes(32), gateway: randomBytes(32), variables: randomBytes(32) };
  const core = { db, clock: options.clock ?? systemClock, logger: createLogger('test', { level: 'silent' }) };
  const changes = new ChangeFeed();
  const cipher = createVariableCipher(keys.variables);
  const content = createContentStore(CONTENT_DIR);
  const services: ApiContext['services'] = {
    changes,
    watchSession: () => new AbortController().signal,
    urls: { web: 'http://web.test', gateway: 'http://gateway.test' },
    worker: createWorkerClient({ url: options.workerUrl ?? NOBODY_LISTENS, key: keys.stream }),
    models: createModelClient({ url: options.gatewayUrl ?? NOBODY_LISTENS, key: keys.gateway }),
    delivery: { cipher, content, gatewayUrl: 'http://gateway.test' },
  };

  const contextOf = (principal: Principal): ApiContext => ({
    principal,
    session: { id: randomUUID(), email: 'person@test.invalid', locale: 'en' },
    core,
    services,
  });

  return {
    db,
    keys,
    core,
    services,
    cipher,
    contextOf,
    callerOf: (principal: Principal) => createCaller(contextOf(principal)),
    close: () => database.close(),
    /** A person with a role, and nothing that is theirs. */
    async person(role: Role): Promise<Principal> {
      const name = `${role} of a test`;
      return { userId: await makeUser(db, role, name), name, role };
    },
    /** A use case without a project; its id. */
    async useCase(ownerId: string): Promise<string> {
      const stage = await db.stage.findFirstOrThrow({ orderBy: { position: 'asc' } });
      const unit = await db.businessUnit.create({ data: { name: `Unit ${randomUUID()}` } });
      const useCase = await db.useCase.create({
        data: {
          title: 'Fewer bad loans',
          businessUnitId: unit.id,
          ownerId,
          benefitType: 'COST_REDUCTION',
          stageId: stage.id,
        },
      });
      return useCase.id;
    },
  };
}

export type DeliveryHarness = Awaited<ReturnType<typeof deliveryHarness>>;

/** A project of `engineer` for a use case of a new owner, started from a Compose text. */
export async function makeProject(harness: DeliveryHarness, engineer: Principal, composeText = SMALL_STACK) {
  const owner = await harness.person('BUSINESS');
  const useCaseId = await harness.useCase(owner.userId);
  const slug = `p-${randomUUID().slice(0, 8)}`;
  const project = await harness
    .callerOf(engineer)
    .project.create({ useCaseId, name: slug, slug, start: { kind: 'COMPOSE', composeText } });
  return { ...project, useCaseId, owner };
}

/** As the worker leaves an environment after a successful deployment of its newest revision. */
export async function markDeployed(harness: DeliveryHarness, environmentId: string): Promise<void> {
  const { db, core } = harness;
  const deployment = await db.deployment.findFirstOrThrow({
    where: { environmentId },
    orderBy: { number: 'desc' },
  });
  const now = core.clock.now();
  await db.deployment.update({
    where: { id: deployment.id },
    data: { status: 'SUCCEEDED', startedAt: now, finishedAt: now },
  });
  await db.environment.update({
    where: { id: environmentId },
    data: { desiredState: 'RUNNING', currentRevisionId: deployment.revisionId },
  });
}

export const SMALL_STACK = `services:
  model:
    image: model:1
    environment:
      GREETING: hello
    volumes:
      - processed:/data/processed:ro
    x-jalon:
      role: model
      expose: { port: 8000, basePath: strip }
  train:
    profiles: ["jobs"]
    image: model:1
    volumes:
      - raw:/data/raw:ro
      - processed:/data/processed
    x-jalon:
      role: job
      job: train
volumes:
  raw:
  processed:
`;

/** The domain code of the error that a call ends with; null when it succeeds. */
export async function codeOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    return (error as { data?: { code?: string } }).data?.code ?? 'NOT_AN_API_ERROR';
  }
}
