import { mergeFragment } from '@jalon/compose';
import type { AddedTechnology, AddTechnologyInput, Principal, Technology } from '@jalon/contracts';
import { inTransaction, notifyChange, type Tx } from '@jalon/db';
import { recordAudit } from '../audit';
import type { DeliveryContext } from '../project/delivery-context';
import { requireProject } from '../project/project-access';
import { EMPTY_STACK } from '../stack/empty-stack';
import { generateSecret } from '../variable/generate-secret';
import { writeVariable } from '../variable/set-variable';
import { findSharedVariables } from '../variable/variable.repository';

/**
 * Adds an entry of the catalogue to the text in the editor and makes the variables that it wants generated, in every
 * environment that lacks them. The text is given back, not saved. Authorized by the API (`stack:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · COMPOSE_INVALID when the text cannot be read
 */
export async function addTechnology(
  context: DeliveryContext,
  principal: Principal,
  input: AddTechnologyInput,
): Promise<AddedTechnology> {
  const technology = await context.content.technology(input.technology);
  return inTransaction(context.db, async (tx) => {
    const project = await requireProject(tx, principal, input.projectId, 'write');
    const composeText = mergeFragment(input.composeText || EMPTY_STACK, technology.composeText).text;
    const environments = await tx.environment.findMany({
      where: { projectId: project.id },
      select: { id: true },
    });
    const created = new Set<string>();
    for (const { id } of environments) {
      for (const name of await generateVariables(tx, context, id, technology)) created.add(name);
    }
    if (created.size > 0) {
      await recordAudit(tx, principal, {
        action: 'variable.generated',
        subjectType: 'project',
        subjectId: project.id,
        projectId: project.id,
        data: { technology: technology.id, names: [...created] },
      });
      await notifyChange(tx, { topic: 'project', id: project.id, projectId: project.id });
    }
    return { composeText, createdVariables: [...created] };
  });
}

/** Makes the generated variables of an entry that the environment does not see in any scope. Returns their names. */
export async function generateVariables(
  tx: Tx,
  context: DeliveryContext,
  environmentId: string,
  technology: Technology,
): Promise<string[]> {
  const wanted = technology.variables.filter((variable) => variable.generate !== null);
  const existing = await findSharedVariables(tx, environmentId);
  const known = new Set(existing.map((variable) => variable.name));
  const missing = wanted.filter((variable) => !known.has(variable.name));
  for (const { name, secret } of missing) {
    const place = { scope: 'ENVIRONMENT' as const, environmentId };
    await writeVariable(tx, context.cipher, place, { name, value: generateSecret(), secret });
  }
  return missing.map((variable) => variable.name);
}
