import { createDb } from '@jalon/db';
import type { SamplePeople } from '../../scripts/sample/people';

const ESTIMATES_EACH = 4;
const DEPLOYMENTS_EACH = 10;

/** How large it is. */
export interface SeedSize {
  useCases: number;
  /** KPI samples of each use case, a week apart. */
  samplesEach: number;
  projects: number;
}

const LARGE: SeedSize = { useCases: 10_000, samplesEach: 100, projects: 1_000 };

/** Between 0 and 1, the same for the same two numbers on every machine. */
const SHARE = `
  CREATE FUNCTION bench_share(n bigint, k bigint) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT (hashint8extended(n, k) & 4294967295)::double precision / 4294967296
  $$`;

/** In order: each is one statement. What is drawn depends on the number of its row alone; only days are counted from today. */
const statements = ({
  useCases,
  samplesEach,
  projects,
}: SeedSize): readonly (readonly [string, string])[] => [
  [
    'business units',
    `INSERT INTO "BusinessUnit" (id, name) SELECT gen_random_uuid(), 'Unit ' || n FROM generate_series(1, 20) n`,
  ],
  [
    'use cases',
    `INSERT INTO "UseCase" (id, title, "problemStatement", "expectedOutcome", "businessUnitId", "ownerId", sponsor,
      "benefitType", feasibility, risk, "stageId", "stageSince", status, tags, "createdAt", "updatedAt")
    SELECT gen_random_uuid(),
      (ARRAY['Forecast','Score','Detect','Rank','Match','Price','Route','Plan'])[1 + floor(8 * bench_share(n, 1))::int] || ' ' ||
        (ARRAY['orders','claims','defects','leads','invoices','shifts','parcels','refunds'])[1 + floor(8 * bench_share(n, 2))::int] || ' ' || n,
      repeat('What is decided by hand today is decided late. ', 6), repeat('Decided the day before, with its reasons. ', 4),
      (SELECT id FROM "BusinessUnit" WHERE name = 'Unit ' || (1 + floor(20 * bench_share(n, 3))::int)),
      ($1::uuid[])[1 + floor(array_length($1::uuid[], 1) * bench_share(n, 4))::int],
      'Sponsor ' || floor(40 * bench_share(n, 5))::int,
      (ARRAY['REVENUE_GROWTH','COST_REDUCTION'])[1 + floor(2 * bench_share(n, 6))::int]::"BenefitType",
      1 + floor(5 * bench_share(n, 7))::int, 1 + floor(5 * bench_share(n, 8))::int,
      (SELECT id FROM "Stage" WHERE position = CASE WHEN bench_share(n, 9) < 0.5 THEN 1 WHEN bench_share(n, 9) < 0.7 THEN 2
        WHEN bench_share(n, 9) < 0.84 THEN 3 WHEN bench_share(n, 9) < 0.93 THEN 4 ELSE 5 END),
      now() - interval '1 day' * floor(30 + 500 * bench_share(n, 10)),
      (CASE WHEN bench_share(n, 11) < 0.85 THEN 'ACTIVE' WHEN bench_share(n, 11) < 0.95 THEN 'ON_HOLD'
        ELSE 'REJECTED' END)::"UseCaseStatus",
      ARRAY['tag-' || floor(30 * bench_share(n, 12))::int, 'tag-' || floor(30 + 30 * bench_share(n, 13))::int],
      now() - interval '1 day' * 800, now() - interval '1 minute' * floor(500000 * bench_share(n, 14))
    FROM generate_series(1, ${useCases}) n`,
  ],
  [
    'estimates',
    `INSERT INTO "ValueEstimate" (id, "useCaseId", "stageId", low, likely, high, "rampUpMonths", "startDate", "horizonYears",
      "oneOffCost", "yearlyRunCost", "authorId", "createdAt")
    SELECT gen_random_uuid(), u.id, u."stageId", round((worth * 0.4)::numeric, 2), round(worth::numeric, 2),
      round((worth * 2.2)::numeric, 2), 12, current_date + floor(700 * bench_share(u.number, 21))::int, 3,
      round((worth * 0.3)::numeric, 2), round((worth * 0.05)::numeric, 2), u."ownerId", now() - interval '1 day' * (760 - 180 * k)
    FROM "UseCase" u, generate_series(1, ${ESTIMATES_EACH}) k,
      LATERAL (SELECT 20000 * exp(5 * bench_share(u.number, 20)) * (0.8 + 0.1 * k) AS worth) w
    ORDER BY k, u.number`,
  ],
  [
    'KPIs',
    `INSERT INTO "Kpi" (id, "useCaseId", key, name, unit, direction, baseline, target, tolerance, "valuePerUnit", attribution,
      source, "createdAt", "updatedAt")
    SELECT gen_random_uuid(), id, 'share', 'Share that is right', '%', 'HIGHER_IS_BETTER', 50, 60, 1,
      round((1000 + 20000 * bench_share(number, 30))::numeric, 2), 0.8, 'JOB', now() - interval '790 days', now()
    FROM "UseCase" ORDER BY number`,
  ],
  [
    'KPI samples',
    `INSERT INTO "KpiSample" ("kpiId", at, value, source)
    SELECT k.id, date_trunc('minute', now()) - interval '1 day' * (7 * (${samplesEach} - s)) - interval '1 minute' * floor(1440 * bench_share(u.number, 41)),
      round((52 + 10 * bench_share(u.number * 1000 + s, 42))::numeric, 3), 'JOB'
    FROM "Kpi" k JOIN "UseCase" u ON u.id = k."useCaseId", generate_series(1, ${samplesEach}) s`,
  ],
  [
    'projects',
    `INSERT INTO "Project" (id, "useCaseId", slug, name, "createdAt")
    SELECT gen_random_uuid(), id, 'project-' || number, title, now() FROM "UseCase" ORDER BY bench_share(number, 50) LIMIT ${projects}`,
  ],
  [
    'a host',
    `INSERT INTO "DockerHost" (id, name, endpoint) VALUES (gen_random_uuid(), 'bench', 'unix:///nowhere')`,
  ],
  [
    'environments',
    `INSERT INTO "Environment" (id, "projectId", "hostId", kind, slug)
    SELECT gen_random_uuid(), p.id, h.id, 'SANDBOX', 'sandbox' FROM "Project" p, "DockerHost" h WHERE h.name = 'bench'`,
  ],
  [
    'deployments',
    `INSERT INTO "Deployment" (id, "environmentId", number, status, "queuedAt", "startedAt", "finishedAt")
    SELECT gen_random_uuid(), e.id, d, 'SUCCEEDED', now() - interval '1 day' * (40 - d), now() - interval '1 day' * (40 - d),
      now() - interval '1 day' * (40 - d) FROM "Environment" e, generate_series(1, ${DEPLOYMENTS_EACH}) d`,
  ],
];

/**
 * Fills an empty installation with a large portfolio: 10,000 use cases of six owners in twenty business units, 40,000
 * estimates, 10,000 KPIs with a sample a week, a million in all, 1,000 projects with 10,000 deployments. Through the same
 * triggers as everything else.
 */
export async function seedPortfolio(
  databaseUrl: string,
  people: SamplePeople,
  onLine: (line: string) => void,
  size: Partial<SeedSize> = {},
): Promise<void> {
  const db = createDb(databaseUrl);
  const owners = Object.values(people)
    .filter(({ role }) => role !== 'ENGINEER')
    .map(({ userId }) => userId);
  try {
    await db.$executeRawUnsafe(SHARE);
    for (const [what, statement] of statements({ ...LARGE, ...size })) {
      onLine(`writing ${what}`);
      await db.$executeRawUnsafe(statement, ...(statement.includes('$1') ? [owners] : []));
    }
    await db.$executeRawUnsafe('DROP FUNCTION bench_share(bigint, bigint)');
    onLine('counting');
    await db.$executeRawUnsafe('VACUUM (ANALYZE)');
  } finally {
    await db.close();
  }
}
