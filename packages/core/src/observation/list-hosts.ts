import { type DesiredStateName, FINAL_DEPLOYMENT_STATUSES } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { REVISION_SOURCE, toRevisionSource } from '../deployment-progress/find-open-deployment';
import type { RevisionSource } from '../deployment-progress/open-deployment';
import { readDigests } from '../revision/read-digests';

export interface WatchedHost {
  id: string;
  name: string;
  endpoint: string;
  /** Null while it answers. */
  unreachableSince: Date | null;
}

export interface WatchedEnvironment {
  id: string;
  hostId: string;
  slug: string;
  projectId: string;
  projectSlug: string;
  desiredState: DesiredStateName;
  /** Drift is put back without being asked. */
  healsDrift: boolean;
  /** A deployment is under way or waits: what is seen is not what will stand. */
  isBusy: boolean;
  currentRevision: RevisionSource | null;
  /** Images of revisions that may be rolled back to or promoted: a plan says whether the host has them. */
  keptImages: string[];
}

/** Revisions of a project whose images are looked for. */
const KEPT_REVISIONS = 5;

/** Every Docker host that the worker watches. */
export async function listWatchedHosts(context: CoreContext): Promise<WatchedHost[]> {
  return context.db.dockerHost.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, endpoint: true, unreachableSince: true },
  });
}

/** The environments on one host, or the one that is named. */
export async function listWatchedEnvironments(
  context: CoreContext,
  where: { hostId: string } | { environmentId: string },
): Promise<WatchedEnvironment[]> {
  const rows = await context.db.environment.findMany({
    where: 'hostId' in where ? { hostId: where.hostId } : { id: where.environmentId },
    select: {
      id: true,
      hostId: true,
      slug: true,
      projectId: true,
      desiredState: true,
      healsDrift: true,
      deployments: {
        where: { status: { notIn: [...FINAL_DEPLOYMENT_STATUSES] } },
        take: 1,
        select: { id: true },
      },
      project: {
        select: {
          slug: true,
          revisions: {
            where: { deployments: { some: { status: 'SUCCEEDED' } } },
            orderBy: { number: 'desc' },
            take: KEPT_REVISIONS,
            select: { imageDigests: true },
          },
        },
      },
      currentRevision: {
        select: REVISION_SOURCE,
      },
    },
  });
  return rows.map(({ project, currentRevision, deployments, ...row }) => ({
    ...row,
    isBusy: deployments.length > 0,
    projectSlug: project.slug,
    keptImages: [
      ...new Set(project.revisions.flatMap(({ imageDigests }) => Object.values(readDigests(imageDigests)))),
    ],
    currentRevision: currentRevision && toRevisionSource(currentRevision),
  }));
}
