import type { Db } from '@jalon/db';
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
  const rows = await db.$queryRaw<{ projectId: string; job: string; at: Date }[]>`
    SELECT e."projectId", r.job, max(r."finishedAt") AS at
    FROM "Run" r JOIN "Environment" e ON e.id = r."environmentId"
    WHERE e."projectId" = ANY(${projectIds}::uuid[]) AND r.status = 'SUCCEEDED' AND r."finishedAt" IS NOT NULL
    GROUP BY 1, 2`;
  return new Map(rows.map((row) => [`${row.projectId} ${row.job}`, row.at]));
}

async function lastDeployments(db: Db, projectIds: string[]) {
  return db.$queryRaw<{ projectId: string; number: number; environment: string; at: Date }[]>`
    SELECT DISTINCT ON (e."projectId") e."projectId", d.number, e.slug AS environment, d."finishedAt" AS at
    FROM "Deployment" d JOIN "Environment" e ON e.id = d."environmentId"
    WHERE e."projectId" = ANY(${projectIds}::uuid[]) AND d.status = 'SUCCEEDED' AND d.action = 'DEPLOY'
      AND d."finishedAt" IS NOT NULL
    ORDER BY e."projectId", d."finishedAt" DESC`;
}

/** The delivery side of the facts, by use case id; use cases without a project are left out. */
export async function findProjectFacts(db: Db, useCaseIds: string[]): Promise<Map<string, ProjectFacts>> {
  const projects = await db.project.findMany({
    where: { useCaseId: { in: useCaseIds } },
    select: {
      id: true,
      useCaseId: true,
      modelVersions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { number: true, createdAt: true, metrics: true, trainingData: true, report: true },
      },
      environments: { select: { services: { select: { service: true, state: true, health: true } } } },
    },
  });
  const ids = projects.map((project) => project.id);
  if (ids.length === 0) return new Map();
  const [runs, deployments] = await Promise.all([lastRuns(db, ids), lastDeployments(db, ids)]);
  return new Map(
    projects.map(({ id, useCaseId, modelVersions: [version], environments }) => {
      const deployment = deployments.find((row) => row.projectId === id);
      return [
        useCaseId,
        {
          model: version
            ? {
                number: version.number,
                at: version.createdAt,
                metrics: asRecord(version.metrics),
                trainingData: asRecord(version.trainingData),
                hasReport: Object.keys(asRecord(version.report)).length > 0,
              }
            : null,
          deployment: deployment
            ? { number: deployment.number, environment: deployment.environment, at: deployment.at }
            : null,
          jobs: { train: runs.get(`${id} train`) ?? null, score: runs.get(`${id} score`) ?? null },
          services: environments.flatMap((environment) => environment.services),
        },
      ];
    }),
  );
}
