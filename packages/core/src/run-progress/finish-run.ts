import type { RunStatus } from '@jalon/contracts';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { toJson } from '../json';
import type { OpenRun, RunLease } from './open-run';
import { storeKpiSamples } from './store-kpi-samples';
import { storeModelVersion } from './store-model-version';
import { writeRun } from './write-run';

export interface FinishRunInput {
  status: Extract<RunStatus, 'SUCCEEDED' | 'FAILED' | 'CANCELLED'>;
  exitCode: number | null;
  errorMessage: string | null;
  /** What the job wrote to its result file; null when it wrote none. */
  result: Record<string, unknown> | null;
  image: string;
  log: string;
}

/**
 * The last write of a run. What a successful job reports becomes a model version and KPI samples in the same
 * transaction, so that a run never counts as done without them.
 */
export async function finishRun(
  context: CoreContext,
  lease: RunLease,
  run: OpenRun,
  input: FinishRunInput,
): Promise<void> {
  await writeRun(context, lease, run, async (tx) => {
    const now = context.clock.now();
    await tx.run.update({
      where: { id: run.id },
      data: {
        status: input.status,
        exitCode: input.exitCode,
        errorMessage: input.errorMessage,
        log: input.log,
        image: input.image,
        finishedAt: now,
        ...(input.result ? { result: toJson(input.result) } : {}),
      },
      select: { id: true },
    });
    if (input.status === 'SUCCEEDED' && input.result) {
      await storeModelVersion(tx, run, input.image, input.result);
      await storeKpiSamples(tx, run, input.result, now);
    }
    await recordAudit(tx, null, {
      action: `run.${input.status.toLowerCase()}`,
      subjectType: 'run',
      subjectId: run.id,
      projectId: run.projectId,
      data: { number: run.number, job: run.job, exitCode: input.exitCode },
    });
  });
}
