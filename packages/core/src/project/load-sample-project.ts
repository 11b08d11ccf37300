import type { Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { writeVariable } from '../variable/set-variable';
import { createProject } from './create-project';
import type { DeliveryContext } from './delivery-context';
import { SAMPLE_NAME } from './sample';

export interface LoadSampleProjectInput {
  useCaseId: string;
  /** Who opens it, and becomes a member. */
  actor: Principal;
  /** More members. */
  memberIds?: string[];
  /** Port of the host that the model's /predict answers on, beside the gateway's address. */
  modelPort: number;
}

/**
 * The project *Consumer credit scoring* of a use case, ready to be deployed. Idempotent: when the use case has a
 * project, that one is given back as it is.
 *
 * @throws DomainError as `createProject`
 */
export async function loadSampleProject(
  context: DeliveryContext,
  input: LoadSampleProjectInput,
): Promise<{ id: string; slug: string; environmentId: string; created: boolean }> {
  const { useCaseId, actor } = input;
  const existing = await context.db.project.findUnique({
    where: { useCaseId },
    select: {
      id: true,
      slug: true,
      environments: { select: { id: true }, orderBy: { kind: 'asc' }, take: 1 },
    },
  });
  if (existing) {
    const { id, slug, environments } = existing;
    return { id, slug, environmentId: environments[0]?.id ?? '', created: false };
  }
  return inTransaction(context.db, async (tx) => {
    const within = { ...context, db: tx };
    const project = await createProject(within, actor, {
      useCaseId,
      name: 'Consumer credit scoring',
      slug: SAMPLE_NAME,
      description: 'Which applications for consumer credit will be repaid: the sample project.',
      memberIds: input.memberIds ?? [],
      start: { kind: 'SAMPLE' },
    });
    const place = { scope: 'ENVIRONMENT' as const, environmentId: project.environmentId };
    await writeVariable(tx, context.cipher, place, {
      name: 'MODEL_PORT',
      value: String(input.modelPort),
      secret: false,
    });
    return { ...project, created: true };
  });
}
