import type { DriftItem } from '@jalon/contracts';
import { makeEnvironment, type TestDatabase, testDatabase } from '@jalon/db/testing';
import { createLogger } from '@jalon/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreContext } from '../context';
import { healDrift } from './heal-drift';
import { recordDrift } from './record-drift';

const GONE: DriftItem[] = [{ kind: 'SERVICE', name: 'web', cause: { code: 'ABSENT' } }];
const START = Date.UTC(2026, 0, 1, 12);
let now = START;
let database: TestDatabase;
let context: CoreContext;

beforeAll(async () => {
  database = await testDatabase();
  const clock = { now: () => new Date(now) };
  context = { db: database.db, clock, logger: createLogger('test', { level: 'silent' }) };
});
afterAll(() => database.close());

/** An environment that runs and has drifted at START. */
async function drifted(healsDrift: boolean): Promise<{ environmentId: string; projectId: string }> {
  now = START;
  const { environmentId, projectId } = await makeEnvironment(database.db);
  await database.db.environment.update({
    where: { id: environmentId },
    data: { desiredState: 'RUNNING', healsDrift },
  });
  await recordDrift(database.db, { environmentId, projectId, items: GONE, at: new Date(START) });
  return { environmentId, projectId };
}

const deployments = (environmentId: string) =>
  database.db.deployment.findMany({ where: { environmentId }, orderBy: { number: 'asc' } });

describe('healDrift', () => {
  it('waits a while, starts what drifted, and does not fight whoever does it again', async () => {
    const { environmentId } = await drifted(true);
    now = START + 19_000;
    expect(await healDrift(context, environmentId)).toBe(false);
    now = START + 21_000;
    expect(await healDrift(context, environmentId)).toBe(true);
    const [first] = await deployments(environmentId);
    expect(first).toMatchObject({ action: 'START', status: 'QUEUED', requestedById: null });
    // Under way: once is enough.
    now = START + 10 * 60_000;
    expect(await healDrift(context, environmentId)).toBe(false);
    await database.db.deployment.update({ where: { id: first?.id ?? '' }, data: { status: 'SUCCEEDED' } });
    now = START + 60_000;
    expect(await healDrift(context, environmentId)).toBe(false);
    now = START + 21_000 + 5 * 60_000;
    expect(await healDrift(context, environmentId)).toBe(true);
    expect(await deployments(environmentId)).toHaveLength(2);
  });

  it('leaves alone what nobody asked it to heal, and what was stopped on purpose', async () => {
    const { environmentId } = await drifted(false);
    now = START + 60_000;
    expect(await healDrift(context, environmentId)).toBe(false);
    await database.db.environment.update({
      where: { id: environmentId },
      data: { healsDrift: true, desiredState: 'STOPPED' },
    });
    expect(await healDrift(context, environmentId)).toBe(false);
  });
});

describe('recordDrift', () => {
  it('keeps since when it differs until it does not', async () => {
    const { environmentId, projectId } = await drifted(false);
    const since = async (items: DriftItem[], second: number) => {
      await recordDrift(database.db, {
        environmentId,
        projectId,
        items,
        at: new Date(START + second * 1000),
      });
      const row = await database.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
      return row.driftSince?.getTime() ?? null;
    };
    const more: DriftItem[] = [...GONE, { kind: 'NETWORK', name: 'n', cause: { code: 'ABSENT' } }];
    expect(await since(more, 5)).toBe(START);
    expect(await since([], 10)).toBeNull();
    expect(await since(GONE, 15)).toBe(START + 15_000);
  });
});
