import type { CoreContext } from '../context';
import { fenced, type Lease } from '../lease';
import { STACK_SOURCE } from '../stack/stack-source';
import { notifyDeployment } from './advance-deployment';
import { REVISION_SOURCE, toRevisionSource } from './find-open-deployment';
import type { OpenDeployment, RevisionSource } from './open-deployment';

/**
 * The same file and variables make other images than when the revision was first applied, because the content they are
 * built from has changed. A revision never changes, so the deployment gets one of its own.
 */
export async function forkRevision(
  context: CoreContext,
  lease: Lease,
  deployment: OpenDeployment,
  note: string,
): Promise<RevisionSource> {
  return fenced(context, lease, async (tx) => {
    const { projectId } = deployment;
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`;
    const source = await tx.stackRevision.findUniqueOrThrow({
      where: { id: deployment.revision?.id },
      select: {
        ...STACK_SOURCE,
        variables: true,
        authorId: true,
        environmentId: true,
        environmentSlug: true,
      },
    });
    const last = await tx.stackRevision.aggregate({ where: { projectId }, _max: { number: true } });
    const revision = await tx.stackRevision.create({
      data: {
        ...source,
        files: source.files ?? {},
        projectId,
        number: (last._max.number ?? 0) + 1,
        variables: source.variables ?? {},
        note,
      },
      select: REVISION_SOURCE,
    });
    await tx.deployment.update({
      where: { id: deployment.id },
      data: { revisionId: revision.id },
      select: { id: true },
    });
    await notifyDeployment(tx, deployment);
    return toRevisionSource(revision);
  });
}
