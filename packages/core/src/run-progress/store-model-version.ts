import type { Db } from '@jalon/db';
import { toJson } from '../json';
import type { OpenRun } from './open-run';

/** Makes the project's next model version of what a training job reports; a job without a model makes none. */
export async function storeModelVersion(
  tx: Db,
  run: OpenRun,
  image: string,
  result: Record<string, unknown>,
): Promise<void> {
  const model = asObject(result.model);
  if (!model) return;
  // Two runs of one project may end at the same moment: they take their numbers one after the other.
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${run.projectId}::uuid FOR UPDATE`;
  const last = await tx.modelVersion.aggregate({
    where: { projectId: run.projectId },
    _max: { number: true },
  });
  await tx.modelVersion.create({
    data: {
      projectId: run.projectId,
      number: (last._max.number ?? 0) + 1,
      runId: run.id,
      name: asText(model.name) || run.service,
      image,
      artifact: asText(model.artifact),
      sha256: asText(model.sha256),
      trainingData: toJson(asObject(model.trainingData) ?? {}),
      metrics: toJson(asObject(result.metrics) ?? {}),
      report: toJson(asObject(result.report) ?? {}),
    },
    select: { id: true },
  });
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
