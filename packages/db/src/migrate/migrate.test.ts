import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { STAGE_KEYS } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing';
import { diffDatamodels, migrate } from './index';

const prisma = (file: string) =>
  readFile(fileURLToPath(new URL(`../../../../prisma/${file}`, import.meta.url)), 'utf8');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe('migrate', () => {
  it('finds nothing to do on a database that is up to date, also when two come at once', async () => {
    const both = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(both).toEqual([[], []]);
  });

  it('writes the ordinary Prisma table', async () => {
    const rows = await database.db.$queryRaw<{ finished: boolean }[]>`
      SELECT finished_at IS NOT NULL AS finished FROM _prisma_migrations`;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.finished)).toBe(true);
  });

  it('brings the five stages in order, with growing probabilities', async () => {
    const stages = await database.db.stage.findMany({ orderBy: { position: 'asc' } });
    expect(stages.map((stage) => stage.key)).toEqual([...STAGE_KEYS]);
    expect(stages.map((stage) => stage.reachProbability.toNumber())).toEqual([0.1, 0.25, 0.5, 0.8, 1]);
    expect(stages.every((stage) => stage.nameEn && stage.nameFr)).toBe(true);
  });

  it('brings the discount rate', async () => {
    const rate = await database.db.setting.findUniqueOrThrow({ where: { key: 'discountRate' } });
    expect(rate.value).toBe(0.08);
  });
});

describe('the schema', () => {
  it('has no change that waits for a migration', async () => {
    const [now, migrated] = await Promise.all([prisma('schema.prisma'), prisma('migrations/schema.prisma')]);
    expect((await diffDatamodels(database.url, migrated, now)).trim()).toMatch(/^$|empty migration/);
  });

  it('gives the SQL of a change', async () => {
    const now = await prisma('schema.prisma');
    const next = now.replace('model Setting {', 'model Setting {\n  note String @default("")');
    expect(await diffDatamodels(database.url, now, next)).toContain('ADD COLUMN     "note"');
  });
});
