import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSql, type Sql } from '../sql';
import { type TestDatabase, testDatabase } from '../testing';
import { inTransaction } from '../transaction';
import { verifyAuditChain } from './verify-audit-chain';

let database: TestDatabase;
let sql: Sql;
let intruder: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  sql = createSql(database.url, () => undefined);
  // Somebody with the database's password, and no use for its triggers.
  intruder = new pg.Client({ connectionString: database.url });
  await intruder.connect();
  await intruder.query('SET session_replication_role = replica');
});
afterAll(async () => {
  await intruder.end();
  await sql.close();
  await database.close();
});

const event = (subjectId: string, over: object = {}) => ({
  action: 'test.happened',
  subjectType: 'test',
  subjectId,
  ...over,
});
const record = (subjectId: string, over: object = {}) =>
  database.db.auditEvent.create({ data: event(subjectId, over), select: { id: true } });
const kinds = async (): Promise<string[]> => [
  ...new Set((await verifyAuditChain(sql)).faults.map(({ kind }) => kind)),
];

describe('the chain', () => {
  it('is whole after events of every kind, and its head can be noted', async () => {
    expect(await verifyAuditChain(sql)).toMatchObject({ checked: 0, head: { sequence: '0' }, faults: [] });
    await record('1');
    await record('2', { actorId: randomUUID(), actorName: 'Éloïse 🙂', projectId: randomUUID() });
    await record('3', { data: { b: 1.5, a: 'é"\n', nested: [{ z: null }], amount: '10.00' } });
    await record('4', { at: new Date('2020-02-29T23:59:59.999Z') });
    await record('5');
    const report = await verifyAuditChain(sql);
    expect(report).toMatchObject({ checked: 5, head: { sequence: '5' }, faults: [] });
    expect(report.head.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await verifyAuditChain(sql, report.head)).faults).toEqual([]);
  });

  it('has the order of the commits, and no gap for what was rolled back', async () => {
    let second = '';
    await inTransaction(database.db, async (tx) => {
      await tx.auditEvent.create({ data: event('began first') });
      // Commits while the first is still open: nobody waits for a long transaction.
      second = String((await record('began second')).id);
    });
    const undone = inTransaction(database.db, async (tx) => {
      await tx.auditEvent.create({ data: event('undone') });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await record('after');
    const rows = await database.db.auditEvent.findMany({
      orderBy: { sequence: 'desc' },
      take: 3,
      select: { id: true, subjectId: true },
    });
    expect(rows.map((row) => row.subjectId)).toEqual(['after', 'began first', 'began second']);
    expect(String(rows[2]?.id)).toBe(second);
    expect(await kinds()).toEqual([]);
  });

  it('stays one under many writers at once', async () => {
    const writers = Array.from({ length: 8 }, (_, writer) =>
      inTransaction(database.db, async (tx) => {
        for (let index = 0; index < 5; index += 1)
          await tx.auditEvent.create({ data: event(`${writer}/${index}`) });
      }),
    );
    await Promise.all([...writers, ...Array.from({ length: 10 }, (_, index) => record(`single ${index}`))]);
    const { checked, head, faults } = await verifyAuditChain(sql);
    expect([checked, head.sequence, faults]).toEqual([58, '58', []]);
  });

  it('lets nobody choose a place, nor move its head', async () => {
    await expect(record('mine', { sequence: 999n })).rejects.toThrow(/place of its own/);
    await expect(database.db.auditHead.update({ where: { id: 1 }, data: { hash: 'x' } })).rejects.toThrow(
      /by the audit chain alone/,
    );
    await expect(database.db.auditHead.delete({ where: { id: 1 } })).rejects.toThrow(/alone/);
  });
});

describe('tampering', () => {
  afterEach(async () => {
    await intruder.query('ROLLBACK');
    expect(await kinds()).toEqual([]);
  });

  /** Does it, looks at it from the same transaction, and undoes it. */
  async function found(statement: string, expected?: { sequence: string; hash: string }): Promise<string[]> {
    await intruder.query('BEGIN');
    const { rowCount } = await intruder.query(statement);
    expect(rowCount).toBeGreaterThan(0);
    const seen = {
      query: async <Row extends object>(text: string, values: readonly unknown[]) =>
        (await intruder.query(text, [...values])).rows as Row[],
    };
    return (await verifyAuditChain(seen, expected ?? null)).faults.map(
      ({ kind, sequence }) => `${kind} ${sequence}`,
    );
  }

  const change = (set: string) => `UPDATE "AuditEvent" SET ${set} WHERE "sequence" = 3`;

  it.each([
    ['id', '"id" = 100000'],
    ['at', `"at" = "at" + interval '1 millisecond'`],
    ['actorId', `"actorId" = '00000000-0000-4000-8000-000000000000'`],
    ['actorName', `"actorName" = ' '`],
    ['action', `"action" = 'test.happenet'`],
    ['subjectType', `"subjectType" = 'tesu'`],
    ['subjectId', `"subjectId" = '4'`],
    ['projectId', `"projectId" = '00000000-0000-4000-8000-000000000000'`],
    ['data', `"data" = jsonb_set("data", '{amount}', '"10.01"')`],
    ['data, its type alone', `"data" = jsonb_set("data", '{b}', '"1.5"')`],
  ])('one byte of %s is found where it is', async (_column, set) => {
    expect(await found(change(set))).toEqual(['CONTENT 3']);
  });

  it('a byte of the chain itself is found', async () => {
    expect(await found(change(`"hash" = translate("hash", '0123456789abcdef', '123456789abcdef0')`))).toEqual(
      ['CONTENT 3', 'LINK 4'],
    );
  });

  it('so is the hash before', async () => {
    expect(await found(change(`"previousHash" = repeat('1', 64)`))).toEqual(['LINK 3', 'CONTENT 3']);
  });

  it.each([
    ['an event that is gone', 'DELETE FROM "AuditEvent" WHERE "sequence" = 3', ['MISSING 3']],
    [
      'the last one that is gone',
      'DELETE FROM "AuditEvent" WHERE "sequence" = (SELECT max("sequence") FROM "AuditEvent")',
      ['HEAD 58'],
    ],
    ['a place that is taken away', change('"sequence" = NULL'), ['MISSING 3', 'UNCHAINED null']],
    ['a place beyond the end', change('"sequence" = 900'), ['MISSING 3', 'UNCHAINED 900']],
    ['a place before the beginning', change('"sequence" = -3'), ['MISSING 3', 'UNCHAINED -3']],
    ['an event slipped in', change('"action" = \'x\', "hash" = repeat(\'a\', 64)'), ['CONTENT 3', 'LINK 4']],
    ['a head that was moved', `UPDATE "AuditHead" SET "hash" = repeat('a', 64)`, ['HEAD 58']],
  ])('%s is found', async (_what, statement, faults) => {
    expect(await found(statement)).toEqual(faults);
  });

  it('a chain that was cut and ended anew is found by its noted end', async () => {
    const { head } = await verifyAuditChain(sql);
    const cut = `WITH gone AS (DELETE FROM "AuditEvent" WHERE "sequence" > 50)
      UPDATE "AuditHead" SET "sequence" = 50, "hash" = (SELECT "hash" FROM "AuditEvent" WHERE "sequence" = 50)`;
    expect(await found(cut)).toEqual([]);
    await intruder.query('ROLLBACK');
    expect(await found(cut, head)).toEqual(['HEAD 58']);
  });
});
