import { CHANGE_CHANNEL, type ObservedState, systemClock } from '@jalon/contracts';
import { listenForChanges } from '@jalon/db';
import { makeEnvironment, type TestDatabase, testDatabase } from '@jalon/db/testing';
import { createLogger } from '@jalon/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreContext } from '../context';
import { recordObservation } from './record-observation';

let database: TestDatabase;
let context: CoreContext;

beforeAll(async () => {
  database = await testDatabase();
  context = { db: database.db, clock: systemClock, logger: createLogger('test', { level: 'silent' }) };
});
afterAll(() => database.close());

const observedAt = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

function observed(second: number, state: 'running' | 'exited'): ObservedState {
  return {
    observedAt: observedAt(second),
    engineVersion: '1',
    containers: [
      {
        ...{ id: 'c1', name: 'demo-sandbox-web-1', service: 'web', kind: 'service', image: 'web:1' },
        ...{ imageId: 'sha256:1', configHash: 'h', parts: {}, revision: 1, state, health: 'none' },
        ...{ exitCode: null, restartCount: 0, startedAt: null, createdAt: observedAt(0), addresses: {} },
        ports: [{ hostIp: '127.0.0.1', published: 18_080, target: 80, protocol: 'tcp' }],
        operation: '',
      },
    ],
    ...{ networks: [], volumes: [], images: {}, portsInUse: {} },
  };
}

describe('recordObservation', () => {
  it('announces what a person would see, and nothing when the same is seen again', async () => {
    const { environmentId, projectId } = await makeEnvironment(database.db);
    let announced = 0;
    let settled: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      settled = resolve;
    });
    const changes = listenForChanges({
      databaseUrl: database.url,
      onChange: ({ topic, id }) => {
        if (topic === 'environment' && id === environmentId) announced += 1;
        if (topic === 'host') settled();
      },
      onState: (state) => {
        if (state === 'up') void play();
      },
    });
    const look = (second: number, state: 'running' | 'exited') =>
      recordObservation(context, {
        ...{ environmentId, projectId, projectName: 'demo-sandbox', routes: [] },
        observed: observed(second, state),
      });
    async function play(): Promise<void> {
      await look(1, 'running');
      await look(2, 'running');
      await look(3, 'running');
      await look(4, 'exited');
      // Announcements arrive in order: this one is the last.
      const last = JSON.stringify({ topic: 'host', id: environmentId });
      await database.db.$executeRaw`SELECT pg_notify(${CHANGE_CHANNEL}, ${last})`;
    }
    await ready;
    await changes.close();
    expect(announced).toBe(2);
  });

  it('remembers since when a service has been in trouble, until it is not', async () => {
    const { environmentId, projectId } = await makeEnvironment(database.db);
    await database.db.environment.update({ where: { id: environmentId }, data: { desiredState: 'RUNNING' } });
    const troubleAt = async (second: number, state: 'running' | 'exited') => {
      await recordObservation(context, {
        ...{ environmentId, projectId, projectName: 'demo-sandbox', routes: [] },
        observed: observed(second, state),
      });
      const row = await database.db.serviceState.findFirstOrThrow({ where: { environmentId } });
      return row.troubleSince?.toISOString() ?? null;
    };
    expect(await troubleAt(1, 'running')).toBeNull();
    expect(await troubleAt(2, 'exited')).toBe(observedAt(2));
    expect(await troubleAt(3, 'exited')).toBe(observedAt(2));
    expect(await troubleAt(4, 'running')).toBeNull();
  });
});
