import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrate } from './migrate';
import { MIGRATIONS_DIR } from './read-migrations';

const FIRST_WITH_HISTORY = '20261129110001_recorded_history';
const ID = '00000000-0000-4000-8000-00000000000';

let client: pg.Client;
let server: pg.Client;
let earlier: string;
const name = `jalon_test_history_${process.pid}`;

/** What an installation from before there was a recorded history holds. */
const BEFORE = `
  INSERT INTO "User" (id, email, name, "passwordHash", role) VALUES ('${ID}1', 'a@b.test', 'Owner', 'x', 'BUSINESS');
  INSERT INTO "BusinessUnit" (id, name) VALUES ('${ID}2', 'Retail'), ('${ID}3', 'Claims');
  INSERT INTO "UseCase" (id, title, "businessUnitId", "ownerId", "benefitType", "stageId", "stageSince", status, version,
      "createdAt", "updatedAt", "frozenRealised")
    SELECT '${ID}4', 'Now', '${ID}3', '${ID}1', 'COST_REDUCTION', id, '2025-03-01Z', 'RETIRED', 4, '2025-01-01Z', now(), '{}'
    FROM "Stage" WHERE key = 'production';
  INSERT INTO "ValueEstimate" (id, "useCaseId", "stageId", low, likely, high, "startDate", "authorId", "createdAt")
    SELECT v.id::uuid, '${ID}4', s.id, v.likely, v.likely, v.likely, '2025-06-01', '${ID}1', v.at::timestamptz
    FROM "Stage" s, (VALUES ('${ID}5', 100, '2025-01-01Z'), ('${ID}6', 200, '2025-02-01Z')) v(id, likely, at)
    WHERE s.key = 'idea';
  INSERT INTO "GateReview" (id, "useCaseId", "fromStageId", "toStageId", decision, rationale, checklist, snapshot,
      "decidedById", "decidedAt")
    SELECT gen_random_uuid(), '${ID}4', f.id, t.id, 'GO', 'x', '[]', '{}', '${ID}1', '2025-03-01Z'
    FROM "Stage" f, "Stage" t WHERE f.key = 'idea' AND t.key = 'production';
  INSERT INTO "Kpi" (id, "useCaseId", key, name, direction, baseline, target, "createdAt", "updatedAt")
    VALUES ('${ID}7', '${ID}4', 'k', 'K', 'HIGHER_IS_BETTER', 5, 9, '2025-01-05Z', now());
  INSERT INTO "KpiSample" ("kpiId", at, value, source) VALUES ('${ID}7', '2025-03-05Z', 6, 'MANUAL'),
    ('${ID}7', '2025-04-05Z', 7, 'API');
  INSERT INTO "AuditEvent" (at, action, "subjectType", "subjectId", data) VALUES
    ('2025-01-05Z', 'kpi.created', 'use-case', '${ID}4', '{"kpiId": "${ID}7", "baseline": "4", "target": "9"}'),
    ('2025-02-15Z', 'use-case.updated', 'use-case', '${ID}4', '{"changed": {"title": {"from": "Then", "to": "Now"},
      "businessUnit": {"from": "Retail", "to": "Claims"}}}'),
    ('2025-03-20Z', 'kpi.measured', 'use-case', '${ID}4', '{"kpiId": "${ID}7", "at": "2025-03-05T00:00:00Z"}'),
    ('2025-04-01Z', 'kpi.updated', 'use-case', '${ID}4', '{"kpiId": "${ID}7", "baseline": "5"}'),
    ('2025-05-01Z', 'use-case.retired', 'use-case', '${ID}4', '{"changed": {"status": {"from": "ACTIVE",
      "to": "RETIRED"}}}');`;

beforeAll(async () => {
  const url = new URL(inject('templateUrl'));
  server = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href });
  await server.connect();
  await server.query(`CREATE DATABASE "${name}"`);
  url.pathname = `/${name}`;
  earlier = await mkdtemp(join(tmpdir(), 'jalon-migrations-'));
  for (const entry of await readdir(MIGRATIONS_DIR)) {
    if (entry < FIRST_WITH_HISTORY || entry === 'migration_lock.toml') {
      await cp(join(MIGRATIONS_DIR, entry), join(earlier, entry), { recursive: true });
    }
  }
  await migrate(url.href, earlier);
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(BEFORE);
  expect(await migrate(url.href)).toContain(FIRST_WITH_HISTORY);
});
afterAll(async () => {
  await client?.end();
  await server.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await server.end();
  await rm(earlier, { recursive: true, force: true });
});

describe('the migration to a recorded history', () => {
  it('tells the past of a use case from its decisions, its edits and its estimates', async () => {
    const { rows } = await client.query(`
      SELECT day, concat_ws(' ', u.title, b.name, s.key, u.status, trim_scale(u."estimateLikely"),
        u."stageSince"::date) AS said, u."frozenRealised" IS NOT NULL AS frozen
      FROM unnest(ARRAY['2024-12-31', '2025-01-02', '2025-02-02', '2025-02-16', '2025-03-02', '2025-05-02']) day
      LEFT JOIN LATERAL jalon_use_cases_at((day || 'Z')::timestamptz) u ON true
      LEFT JOIN "BusinessUnit" b ON b.id = u."businessUnitId" LEFT JOIN "Stage" s ON s.id = u."stageId"
      ORDER BY day`);
    expect(rows.map((row) => `${row.day}: ${row.said}${row.frozen ? ', frozen' : ''}`)).toEqual([
      '2024-12-31: ',
      '2025-01-02: Then Retail idea ACTIVE 100 2025-01-01',
      '2025-02-02: Then Retail idea ACTIVE 200 2025-01-01',
      '2025-02-16: Now Claims idea ACTIVE 200 2025-01-01',
      '2025-03-02: Now Claims production ACTIVE 200 2025-03-01',
      '2025-05-02: Now Claims production RETIRED 200 2025-03-01, frozen',
    ]);
    const stays = await client.query(
      `SELECT s.key, y.since::date::text AS since FROM "StageStay" y JOIN "Stage" s ON s.id = y."stageId" ORDER BY y.id`,
    );
    expect(stays.rows).toEqual([
      { key: 'idea', since: '2025-01-01' },
      { key: 'production', since: '2025-03-01' },
    ]);
  });

  it('tells the terms of a KPI and when its samples were learned', async () => {
    const { rows } = await client.query(`
      SELECT trim_scale(k.baseline)::text AS baseline FROM unnest(ARRAY['2025-02-01', '2025-04-02']) day,
        jalon_kpis_at((day || 'Z')::timestamptz) k ORDER BY day`);
    expect(rows).toEqual([{ baseline: '4' }, { baseline: '5' }]);
    const samples = await client.query(`SELECT "recordedAt"::date::text AS day FROM "KpiSample" ORDER BY at`);
    expect(samples.rows).toEqual([{ day: '2025-03-20' }, { day: '2025-04-05' }]);
  });
});
