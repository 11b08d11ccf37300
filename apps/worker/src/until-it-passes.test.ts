import { expect, it } from 'vitest';
import { untilItPasses } from './until-it-passes';

const withCode = (code: string) => Object.assign(new Error('no'), { code });

it('does the work again while the database is away, and says so', async () => {
  const errors = [withCode('P2028'), withCode('ECONNREFUSED')];
  const told: unknown[] = [];
  const work = async (): Promise<string> => {
    const error = errors[told.length];
    if (error) throw error;
    return 'done';
  };
  expect(await untilItPasses(work, (error) => told.push(error))).toBe('done');
  expect(told).toEqual(errors);
});

it.each([
  'Raw query failed. Code: `57P03`. Message: `the database system is starting up`',
  'Invalid `db.lease.update()` invocation: the database system is shutting down',
])('waits for what Prisma says of a PostgreSQL that comes or goes: %s', async (words) => {
  let tries = 0;
  const work = async (): Promise<number> => {
    tries += 1;
    if (tries === 1) throw Object.assign(new Error(words), { code: 'P2010' });
    return tries;
  };
  expect(await untilItPasses(work, () => undefined)).toBe(2);
});

it('throws at once what will not pass', async () => {
  const work = () => Promise.reject(new Error('a bug'));
  const onRetry = () => {
    throw new Error('it was tried again');
  };
  await expect(untilItPasses(work, onRetry)).rejects.toThrow('a bug');
});
