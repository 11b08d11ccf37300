import type { ListModelVersionsInput, ModelVersionView, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireProject } from '../project/project-access';
import { readEvaluation, readMetrics } from '../run/read-result';
import { objectOf } from './read-answer';

/**
 * Versions of a project's model, newest first, with the metrics that training reported. Authorized by the API
 * (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function listModelVersions(
  context: CoreContext,
  principal: Principal,
  input: ListModelVersionsInput,
): Promise<ModelVersionView[]> {
  const project = await requireProject(context.db, principal, input.projectId, 'read');
  const rows = await context.db.modelVersion.findMany({
    where: { projectId: project.id },
    orderBy: { number: 'desc' },
    take: 50,
    select: {
      id: true,
      number: true,
      name: true,
      image: true,
      artifact: true,
      sha256: true,
      trainingData: true,
      metrics: true,
      report: true,
      runId: true,
      createdAt: true,
    },
  });
  return rows.map(({ trainingData, metrics, report, ...version }) => ({
    ...version,
    trainingData: readTrainingData(trainingData),
    metrics: readMetrics(metrics),
    evaluation: readEvaluation(report),
  }));
}

function readTrainingData(json: unknown): ModelVersionView['trainingData'] {
  const { file, sha256, rows } = objectOf(json);
  return {
    file: typeof file === 'string' ? file : '',
    sha256: typeof sha256 === 'string' ? sha256 : '',
    rows: typeof rows === 'number' ? rows : null,
  };
}
