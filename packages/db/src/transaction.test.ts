import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing';
import { inTransaction } from './transaction';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

const transactionId = async (db: Parameters<typeof inTransaction>[0]) => {
  const rows = await db.$queryRaw<{ id: bigint }[]>`SELECT txid_current() AS id`;
  return rows[0]?.id;
};

describe('inTransaction', () => {
  it('joins the transaction that is open, and rolls all of it back', async () => {
    const { db } = database;
    const key = 'written-inside';
    const failing = inTransaction(db, async (tx) => {
      const outer = await transactionId(tx);
      await inTransaction(tx, async (inner) => {
        expect(await transactionId(inner)).toBe(outer);
        await inner.setting.create({ data: { key, value: 1 } });
      });
      throw new Error('after the inner one');
    });
    await expect(failing).rejects.toThrow('after the inner one');
    expect(await db.setting.count({ where: { key } })).toBe(0);
  });

  it('leaves the client able to start further transactions', async () => {
    const { db } = database;
    await inTransaction(db, (tx) => inTransaction(tx, transactionId));
    expect(await inTransaction(db, transactionId)).toBeDefined();
  });
});
