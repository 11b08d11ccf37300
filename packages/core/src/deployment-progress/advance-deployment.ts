import type { DeploymentStatus, ErrorCode } from '@jalon/contracts';
import { type Db, notifyChange } from '@jalon/db';
import type { CoreContext } from '../context';
import { fenced, type Lease } from '../lease';
import type { OpenDeployment } from './open-deployment';

export interface DeploymentProblem {
  code: ErrorCode;
  message: string;
  /** Last lines of the service that broke it. */
  log: string | null;
}

/** Moves an open deployment to the next status on its way; the first move also says when it began. */
export async function setDeploymentStatus(
  context: CoreContext,
  lease: Lease,
  deployment: OpenDeployment,
  status: DeploymentStatus,
): Promise<void> {
  await fenced(context, lease, async (tx) => {
    const now = context.clock.now();
    await tx.deployment.update({ where: { id: deployment.id }, data: { status }, select: { id: true } });
    await tx.deployment.updateMany({
      where: { id: deployment.id, startedAt: null },
      data: { startedAt: now },
    });
    await notifyDeployment(tx, deployment);
  });
}

/**
 * Writes what went wrong on a deployment that is still open: the verdict before going back, or a note while the
 * engine is away. Null takes the note off again.
 */
export async function noteDeploymentProblem(
  context: CoreContext,
  lease: Lease,
  deployment: OpenDeployment,
  problem: DeploymentProblem | null,
): Promise<void> {
  await fenced(context, lease, async (tx) => {
    await tx.deployment.update({
      where: { id: deployment.id },
      data: {
        errorCode: problem?.code ?? null,
        errorMessage: problem?.message ?? null,
        errorLog: problem?.log ?? null,
      },
      select: { id: true },
    });
    await notifyDeployment(tx, deployment);
  });
}

/**
 * Remembers which image each service of the revision stood for when it was applied. What was recorded before stays:
 * a revision never changes.
 */
export async function recordImageDigests(
  context: CoreContext,
  lease: Lease,
  revisionId: string,
  imageDigests: Record<string, string>,
): Promise<void> {
  if (Object.keys(imageDigests).length === 0) return;
  await fenced(context, lease, async (tx) => {
    await tx.$executeRaw`
      UPDATE "StackRevision" SET "imageDigests" = ${JSON.stringify(imageDigests)}::jsonb || "imageDigests"
      WHERE id = ${revisionId}::uuid`;
  });
}

/** Tells whoever looks at the deployment that it changed. */
export async function notifyDeployment(tx: Db, deployment: OpenDeployment): Promise<void> {
  await notifyChange(tx, {
    topic: 'deployment',
    id: deployment.id,
    projectId: deployment.projectId,
    environmentId: deployment.environmentId,
  });
}
