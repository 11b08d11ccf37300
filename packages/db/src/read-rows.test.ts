import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type DbClient, Prisma, readRows } from '.';
import { type TestDatabase, testDatabase } from './testing';

let database: TestDatabase;
let db: DbClient;

beforeAll(async () => {
  database = await testDatabase();
  db = createDb(database.url);
});
afterAll(async () => {
  await db.close();
  await database.close();
});

const AT = new Date('2026-03-01T12:00:00.123Z');
const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('readRows', () => {
  it('gives what $queryRaw gives, of every type that it reads', async () => {
    const statement = Prisma.sql`
      SELECT 7::int4 AS small, 9007199254740993::int8 AS large, 1.5::float8 AS part, true AS yes, NULL::text AS nothing,
        ${'é “x”'} AS text, ${ID}::uuid AS id, ${AT}::timestamptz AS at, ${['a', 'b,"c"']}::text[] AS texts,
        'EUR'::char(3) AS currency, 'ACTIVE'::"UseCaseStatus" AS status, ARRAY[${ID}::uuid] AS ids, jsonb_build_object('a', 1, 'b', ARRAY['x']) AS object, '[]'::json AS list`;
    const rows = await readRows(db, statement);
    expect(rows).toEqual(await db.$queryRaw(statement));
    expect(rows).toEqual([
      expect.objectContaining({ large: 9007199254740993n, at: AT, texts: ['a', 'b,"c"'] }),
    ]);
  });

  it('refuses a type that it would read in another way', async () => {
    await expect(readRows(db, Prisma.sql`SELECT 1.10::numeric AS amount`)).rejects.toThrow('cast it to text');
    await expect(readRows(db, Prisma.sql`SELECT now()::date AS day`)).rejects.toThrow('cast it to text');
    expect(await readRows(db, Prisma.sql`SELECT 1.10::numeric::text AS amount`)).toEqual([
      { amount: '1.10' },
    ]);
  });

  it('sees within a transaction what the transaction has written, and nothing of it outside', async () => {
    const named = Prisma.sql`SELECT name FROM "BusinessUnit" WHERE name = 'Unheard of'`;
    await db
      .$transaction(async (tx) => {
        await tx.businessUnit.create({ data: { name: 'Unheard of' } });
        expect(await readRows(tx, named)).toEqual([{ name: 'Unheard of' }]);
        expect(await readRows(db, named)).toEqual([]);
        throw new Error('away with it');
      })
      .catch(() => undefined);
  });

  it('throws with the code of PostgreSQL, and the next statement is answered', async () => {
    await expect(readRows(db, Prisma.sql`SELECT 1/0 AS n`)).rejects.toMatchObject({ code: '22012' });
    expect(await readRows(db, Prisma.sql`SELECT 1 AS n`)).toEqual([{ n: 1 }]);
  });

  it('throws a connection error where there is no database', async () => {
    const away = createDb('postgresql://nobody@127.0.0.1:9/none');
    await expect(readRows(away, Prisma.sql`SELECT 1 AS n`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await away.close();
  });
});
