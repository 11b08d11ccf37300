import {
  type ActivityView,
  FINAL_DEPLOYMENT_STATUSES,
  type Principal,
  type StepStatus,
} from '@jalon/contracts';
import type { CoreContext } from '../context';
import { readableProjects } from '../project/project-access';

const DONE: readonly StepStatus[] = ['SUCCEEDED', 'SKIPPED'];
const PLACE = { slug: true, project: { select: { slug: true, name: true } } } as const;

/** Deployments and runs in progress that this person may see, oldest first. Authorized by the API (`project:read`). */
export async function listActivity(context: CoreContext, principal: Principal): Promise<ActivityView[]> {
  const environment = { project: readableProjects(principal) };
  const [deployments, runs] = await Promise.all([
    context.db.deployment.findMany({
      where: { environment, status: { notIn: [...FINAL_DEPLOYMENT_STATUSES] } },
      orderBy: { queuedAt: 'asc' },
      take: 20,
      select: {
        id: true,
        number: true,
        action: true,
        source: true,
        status: true,
        queuedAt: true,
        startedAt: true,
        steps: { select: { status: true } },
        environment: { select: PLACE },
      },
    }),
    context.db.run.findMany({
      where: { environment, status: { in: ['QUEUED', 'RUNNING'] } },
      orderBy: { queuedAt: 'asc' },
      take: 20,
      select: {
        id: true,
        number: true,
        job: true,
        status: true,
        queuedAt: true,
        startedAt: true,
        environment: { select: PLACE },
      },
    }),
  ]);
  return [
    ...deployments.map(({ steps, environment: place, ...row }) => ({
      ...row,
      kind: 'DEPLOYMENT' as const,
      ...placeOf(place),
      steps: { total: steps.length, done: steps.filter((step) => DONE.includes(step.status)).length },
    })),
    ...runs.map(({ environment: place, ...row }) => ({ ...row, kind: 'RUN' as const, ...placeOf(place) })),
  ];
}

function placeOf(environment: { slug: string; project: { slug: string; name: string } }) {
  return {
    environment: environment.slug,
    projectSlug: environment.project.slug,
    projectName: environment.project.name,
  };
}
