import { systemClock } from '@jalon/contracts';
import { makeEnvironment, type TestDatabase, testDatabase } from '@jalon/db/testing';
import { createLogger } from '@jalon/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreContext } from '../context';
import { acquireEnvironmentLease } from './acquire-environment-lease';
import { fenced } from './fenced';
import { releaseEnvironmentLease, renewEnvironmentLease } from './keep-environment-lease';
import { type Lease, LeaseLost } from './lease';
import type { LeaseHolder } from './lease-holder';

let database: TestDatabase;
let context: CoreContext;

beforeAll(async () => {
  database = await testDatabase();
  context = { db: database.db, clock: systemClock, logger: createLogger('test', { level: 'silent' }) };
});

afterAll(() => database.close());

const holder = (life: string, machine = 'here', pid = 1000): LeaseHolder => ({ machine, pid, life });
const alive = { isAlive: () => true };

async function take(
  environmentId: string,
  self: LeaseHolder,
  options = alive as object,
): Promise<Lease | null> {
  return acquireEnvironmentLease(context, environmentId, self, { ...alive, ...options });
}

async function mustTake(environmentId: string, self: LeaseHolder, options = {}): Promise<Lease> {
  const lease = await take(environmentId, self, options);
  if (!lease) throw new Error('the lease was not given');
  return lease;
}

const newEnvironment = async () => (await makeEnvironment(database.db)).environmentId;

describe('the lease on an environment', () => {
  it('is given to one of many who ask at once', async () => {
    const id = await newEnvironment();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => take(id, holder(`life-${index}`, `machine-${index}`))),
    );
    expect(answers.filter((lease) => lease !== null)).toHaveLength(1);
  });

  it('moves its token on with every taking, also after it was given back', async () => {
    const id = await newEnvironment();
    const first = await mustTake(id, holder('a'));
    expect(await take(id, holder('b', 'elsewhere'))).toBeNull();
    await releaseEnvironmentLease(context, first);
    const second = await mustTake(id, holder('b', 'elsewhere'));
    expect(second.fencingToken).toBe(first.fencingToken + 1n);
  });

  it('is taken over when it has run out, and the old holder can then neither renew nor write nor release', async () => {
    const id = await newEnvironment();
    const old = await mustTake(id, holder('a'), { expiryMs: 0 });
    const next = await mustTake(id, holder('b', 'elsewhere'));
    expect(await renewEnvironmentLease(context, old)).toBe(false);
    const write = fenced(context, old, (tx) =>
      tx.environment.update({ where: { id }, data: { desiredState: 'STOPPED' } }),
    );
    await expect(write).rejects.toThrow(LeaseLost);
    const { desiredState } = await database.db.environment.findUniqueOrThrow({ where: { id } });
    expect(desiredState).toBe('REMOVED');
    await releaseEnvironmentLease(context, old);
    await fenced(context, next, async () => undefined);
  });

  it('cannot be taken between the check and the commit of a write', async () => {
    const id = await newEnvironment();
    const lease = await mustTake(id, holder('a'), { expiryMs: 300 });
    let taken: Promise<Lease | null> | undefined;
    const order: string[] = [];
    await fenced(context, lease, async (tx) => {
      await tx.$executeRaw`SELECT pg_sleep(0.5)`;
      taken = take(id, holder('b', 'elsewhere')).then((answer) => {
        order.push('taken');
        return answer;
      });
      await tx.$executeRaw`SELECT pg_sleep(0.2)`;
      order.push('written');
    });
    expect(await taken).not.toBeNull();
    expect(order).toEqual(['written', 'taken']);
  });

  it('is not waited for when its holder was a process of this machine that is gone', async () => {
    const id = await newEnvironment();
    await mustTake(id, holder('a', 'here', 4242));
    expect(await take(id, holder('b', 'here', 1), { isAlive: () => true })).toBeNull();
    expect(await take(id, holder('b', 'elsewhere', 1), { isAlive: () => false })).toBeNull();
    expect(await take(id, holder('b', 'here', 1), { isAlive: () => false })).not.toBeNull();
  });
});
