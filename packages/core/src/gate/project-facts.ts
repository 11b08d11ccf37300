import { type Db, Prisma, readRows } from '@jalon/db';
import type { GateFacts } from './facts';

export type ProjectFacts = Pick<GateFacts, 'model' | 'deployment' | 'jobs' | 'services'>;

/** What there is to look at where a use case has no project yet. */
export const NO_PROJECT: ProjectFacts = {
  model: null,
  deployment: null,
  jobs: { train: null, score: null },
  services: [],
};

const asRecord = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

async function lastRuns(db: Db, projectIds: string[]): Promise<Map<string, Date>> {
  const rows = await readRows<{ projectId: string; job: string; at: Date }>(
    db,
    Prisma.sql`
    SELECT e."projectId", r.job, max(r."finishedAt") AS at
    FROM "Run" r JOIN "Environment" e ON e.id = r."environmentId"
    WHERE e."projectId" = ANY(${projectIds}::uuid[]) AND r.status = 'SUCCEEDED' AND r."finishedAt" IS NOT NULL
    GROUP BY 1, 2`,
  );
  return new Map(rows.map((row) => [`${row.projectId} ${row.job}`, row.at]));
}

async function lastDeployments(db: Db, projectIds: string[]) {
  return readRows<{ projectId: string; number: number; environment: string; at: Date }>(
    db,
    Prisma.sql`
    SELECT DISTINCT ON (e."projectId") e."projectId", d.number, e.slug AS environment, d."finishedAt" AS at
    FROM "Deployment" d JOIN "Environment" e ON e.id = d."environmentId"
    WHERE e."projectId" = ANY(${projectIds}::uuid[]) AND d.status = 'SUCCEEDED' AND d.action = 'DEPLOY'
      AND d."finishedAt" IS NOT NULL
    ORDER BY e."projectId", d."finishedAt" DESC`,
  );
}

interface VersionRow {
  projectId: string;
  number: number;
  createdAt: Date;
  metrics: unknown;
  trainingData: unknown;
  report: unknown;
}

async function lastVersions(db: Db, projectIds: string[]): Promise<Map<string, ProjectFacts['model']>> {
  const rows = await readRows<VersionRow>(
    db,
    Prisma.sql`
    SELECT DISTINCT ON ("projectId") "projectId", number, "createdAt", metrics, "trainingData", report
    FROM "ModelVersion" WHERE "projectId" = ANY(${projectIds}::uuid[]) ORDER BY "projectId", number DESC`,
  );
  return new Map(
    rows.map(({ projectId, number, createdAt, metrics, trainingData, report }) => [
      projectId,
      {
        number,
        at: createdAt,
        metrics: asRecord(metrics),
        trainingData: asRecord(trainingData),
        hasReport: Object.keys(asRecord(report)).length > 0,
      },
    ]),
  );
}

type Services = ProjectFacts['services'];

async function servicesOf(db: Db, projectIds: string[]): Promise<Map<string, Services>> {
  const rows = await readRows<Services[number] & { projectId: string }>(
    db,
    Prisma.sql`
    SELECT e."projectId", s.service, s.state, s.health
    FROM "ServiceState" s JOIN "Environment" e ON e.id = s."environmentId"
    WHERE e."projectId" = ANY(${projectIds}::uuid[])`,
  );
  const byProject = new Map<string, Services>();
  for (const { projectId, ...service } of rows) {
    const known = byProject.get(projectId);
    if (known) known.push(service);
    else byProject.set(projectId, [service]);
  }
  return byProject;
}

/** The delivery side of the facts, by use case id; use cases without a project are left out. */
export async function findProjectFacts(db: Db, useCaseIds: string[]): Promise<Map<string, ProjectFacts>> {
  const projects = await readRows<{ id: string; useCaseId: string }>(
    db,
    Prisma.sql`
    SELECT id, "useCaseId" FROM "Project" WHERE "useCaseId" = ANY(${useCaseIds}::uuid[])`,
  );
  const ids = projects.map((project) => project.id);
  if (ids.length === 0) return new Map();
  const [versions, services, runs, deployments] = await Promise.all([
    lastVersions(db, ids),
    servicesOf(db, ids),
    lastRuns(db, ids),
    lastDeployments(db, ids),
  ]);
  return new Map(
    projects.map(({ id, useCaseId }) => {
      const deployment = deployments.find((row) => row.projectId === id);
      return [
        useCaseId,
        {
          model: versions.get(id) ?? null,
          deployment: deployment
            ? { number: deployment.number, environment: deployment.environment, at: deployment.at }
            : null,
          jobs: { train: runs.get(`${id} train`) ?? null, score: runs.get(`${id} score`) ?? null },
          services: services.get(id) ?? [],
        },
      ];
    }),
  );
}
