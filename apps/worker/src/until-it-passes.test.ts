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

it('throws at once what will not pass', async () => {
  const work = () => Promise.reject(new Error('a bug'));
  const onRetry = () => {
    throw new Error('it was tried again');
  };
  await expect(untilItPasses(work, onRetry)).rejects.toThrow('a bug');
});
