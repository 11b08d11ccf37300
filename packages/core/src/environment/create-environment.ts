import {
  type CreatedEnvironment,
  type CreateEnvironmentInput,
  DomainError,
  type EnvironmentDraft,
  type EnvironmentDraftInput,
  type Principal,
} from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { DeliveryContext } from '../project/delivery-context';
import { MODEL_PORT } from '../project/model-port';
import { requireProject } from '../project/project-access';
import { generateSecret } from '../variable/generate-secret';
import { writeVariable } from '../variable/set-variable';
import { readVariableKey } from '../variable/variable-key';
import type { VariablePlace } from '../variable/variable-place';
import { requireFreeNames } from './compose-project';
import { draftVariables } from './draft-variables';

/**
 * What a new environment's variables would be, by name, before it is made. Authorized by the API
 * (`environment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN
 */
export async function draftEnvironment(
  context: DeliveryContext,
  principal: Principal,
  input: EnvironmentDraftInput,
): Promise<EnvironmentDraft> {
  const project = await requireProject(context.db, principal, input.projectId, 'write');
  await requireSource(context.db, project.id, input.copyFromId);
  const { copied, generated, missing, modelPort } = await draftVariables(context.db, context.content, input);
  return { copied, generated, missing, modelPort };
}

/**
 * Adds an environment to a project, with variables that follow from another one's. Nothing is deployed. Validated by
 * contracts; authorized by the API (`environment:write`).
 *
 * @throws DomainError NOT_FOUND for the project, the host or the environment to copy from · FORBIDDEN · CONFLICT when
 *   the name is taken
 */
export async function createEnvironment(
  context: DeliveryContext,
  principal: Principal,
  input: CreateEnvironmentInput,
): Promise<CreatedEnvironment> {
  return inTransaction(context.db, async (tx) => {
    const project = await requireProject(tx, principal, input.projectId, 'write');
    // Two who add the same name at once come here one after the other.
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${project.id}::uuid FOR NO KEY UPDATE`;
    await requireSource(tx, project.id, input.copyFromId);
    if ((await tx.dockerHost.count({ where: { id: input.hostId } })) === 0) {
      throw new DomainError('NOT_FOUND', 'There is no such host.', [
        { path: 'hostId', message: 'Choose a host of the list.' },
      ]);
    }
    await requireFreeNames(tx, project.slug, input.slug);
    const { values, secrets, ...draft } = await draftVariables(tx, context.content, input);
    const { kind, slug, hostId } = input;
    const { id } = await tx.environment.create({
      data: { projectId: project.id, hostId, kind, slug },
      select: { id: true },
    });
    const modelPort = draft.modelPort === null ? null : (input.modelPort ?? draft.modelPort);
    const plain = modelPort === null ? values : { ...values, [MODEL_PORT]: String(modelPort) };
    for (const [key, value] of Object.entries(plain)) {
      const { name, service } = readVariableKey(key);
      await writeVariable(tx, context.cipher, placeIn(id, service), { name, value, secret: false });
    }
    for (const name of draft.generated) {
      const secret = secrets.has(name);
      const value = generateSecret();
      await writeVariable(tx, context.cipher, placeIn(id, null), { name, value, secret });
    }
    await recordAudit(tx, principal, {
      action: 'environment.created',
      subjectType: 'environment',
      subjectId: id,
      projectId: project.id,
      data: {
        slug,
        kind,
        hostId,
        copyFromId: input.copyFromId,
        copied: draft.copied,
        generated: draft.generated,
      },
    });
    await notifyChange(tx, { topic: 'project', id: project.id, projectId: project.id, environmentId: id });
    return { id, slug, ...draft, modelPort };
  });
}

function placeIn(environmentId: string, service: string | null): VariablePlace {
  if (service === null) return { scope: 'ENVIRONMENT', environmentId };
  return { scope: 'SERVICE', environmentId, service };
}

/** Only an environment of the same project is copied from. */
async function requireSource(db: Db, projectId: string, copyFromId: string | null): Promise<void> {
  if (copyFromId === null) return;
  if ((await db.environment.count({ where: { id: copyFromId, projectId } })) > 0) return;
  throw new DomainError('NOT_FOUND', 'This project has no such environment to copy from.');
}
