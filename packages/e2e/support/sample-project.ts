import { randomBytes } from 'node:crypto';
import { freePort } from '../../../scripts/lib/ports.mjs';
import type { ApiClient } from '../../../scripts/sample/api-client';

export interface TestProject {
  id: string;
  slug: string;
  environmentId: string;
  /** Port of this machine that its model answers on once it is deployed. */
  modelPort: number;
}

/**
 * Opens the sample as a project of a use case that has none, under a name that no other platform on this
 * machine uses: container names are made of it.
 */
export async function sampleProject(api: ApiClient, useCaseNumber?: number): Promise<TestProject> {
  const candidates = await api.project.candidates.query();
  const useCase = useCaseNumber ? candidates.find(({ number }) => number === useCaseNumber) : candidates[0];
  if (!useCase) throw new Error('Every use case has a project already');
  const slug = `scoring-${randomBytes(3).toString('hex')}`;
  const created = await api.project.create.mutate({
    useCaseId: useCase.id,
    name: useCase.title,
    slug,
    start: { kind: 'SAMPLE' },
  });
  const modelPort = await freePort();
  const { environmentId } = created;
  await api.variable.set.mutate({
    environmentId,
    name: 'MODEL_PORT',
    value: String(modelPort),
    secret: false,
  });
  return { id: created.id, slug, environmentId, modelPort };
}
