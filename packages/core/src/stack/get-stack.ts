import {
  type CheckStackInput,
  DomainError,
  type GetStackInput,
  type Principal,
  type StackCheck,
  type StackDetail,
} from '@jalon/contracts';
import type { CoreContext } from '../context';
import { personNames } from '../environment/person-names';
import { requireProject } from '../project/project-access';
import { checkCompose } from './check-compose';
import { drawStack } from './draw-stack';
import { readStackSource, readTextFiles, STACK_SOURCE, type StackSource } from './stack-source';
import { variablesForChecking } from './variables-for-checking';

/**
 * The Compose file of a project and the files beside it as they were last saved, with their drawing. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function getStack(
  context: CoreContext,
  principal: Principal,
  input: GetStackInput,
): Promise<StackDetail> {
  const { db } = context;
  const project = await requireProject(db, principal, input.projectId, 'read');
  const row = await db.stack.findUnique({
    where: { projectId: project.id },
    select: { ...STACK_SOURCE, version: true, updatedAt: true, updatedById: true },
  });
  if (!row) throw new DomainError('NOT_FOUND', 'This project has no stack.');
  const { updatedById, version, updatedAt } = row;
  const source = readStackSource(row);
  const [names, check] = await Promise.all([
    personNames(db, [updatedById]),
    readCheck(context, input, source),
  ]);
  return {
    projectId: project.id,
    ...source,
    version,
    updatedAt,
    updatedBy: updatedById ? (names.get(updatedById) ?? null) : null,
    ...check,
  };
}

/**
 * What is wrong with a text that is being typed; nothing is saved. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function checkStack(
  context: CoreContext,
  principal: Principal,
  input: CheckStackInput,
): Promise<StackCheck> {
  await requireProject(context.db, principal, input.projectId, 'read');
  const saved = { projectId: input.projectId };
  const files =
    input.files ??
    readTextFiles((await context.db.stack.findUnique({ where: saved, select: { files: true } }))?.files);
  return readCheck(context, input, { composeText: input.composeText, files });
}

async function readCheck(
  context: CoreContext,
  { projectId, environmentId }: GetStackInput,
  source: StackSource,
): Promise<StackCheck> {
  const variables = await variablesForChecking(context.db, projectId, environmentId);
  const check = checkCompose(source, variables);
  return {
    problems: check.problems,
    warnings: check.warnings,
    missingVariables: check.missingVariables,
    drawing: check.stack && drawStack(check.stack),
  };
}
