import { allows, DomainError, type Principal, type VariableScope } from '@jalon/contracts';
import { notifyChange, type Tx } from '@jalon/db';
import type { AuditEntry } from '../audit';
import type { EnvironmentKey } from '../project/project-access';
import type { VariablePlace } from './variable-place';

/**
 * Everybody's variables are an admin's to change; the others belong to the project's members.
 *
 * @throws DomainError FORBIDDEN
 */
export function requireScope(principal: Principal, scope: VariableScope): void {
  if (scope !== 'GLOBAL' || allows(principal.role, 'setting:write')) return;
  throw new DomainError(
    'FORBIDDEN',
    'Variables of the whole installation are set by an admin. Set it for the project, or ask one.',
  );
}

/** What the audit log says everybody's variables are of. */
export const EVERYBODYS_SUBJECT = { subjectType: 'setting', subjectId: 'variables' } as const;

/** What the audit log says a variable of that place is of. */
export function auditSubject(
  place: VariablePlace,
  environment: EnvironmentKey,
): Pick<AuditEntry, 'subjectType' | 'subjectId' | 'projectId'> {
  const { projectId } = environment;
  switch (place.scope) {
    case 'GLOBAL':
      return EVERYBODYS_SUBJECT;
    case 'USE_CASE':
      return { subjectType: 'use-case', subjectId: place.useCaseId, projectId };
    case 'PROJECT':
      return { subjectType: 'project', subjectId: projectId, projectId };
    case 'ENVIRONMENT':
    case 'SERVICE':
      return { subjectType: 'environment', subjectId: place.environmentId, projectId };
  }
}

/** Tells whoever looks at an environment that sees the place. */
export async function notifyVariables(
  tx: Tx,
  place: VariablePlace,
  { id: environmentId, projectId }: EnvironmentKey,
): Promise<void> {
  switch (place.scope) {
    case 'GLOBAL':
      return notifyEveryProject(tx);
    case 'USE_CASE':
    case 'PROJECT':
      return notifyChange(tx, { topic: 'project', id: projectId, projectId });
    case 'ENVIRONMENT':
    case 'SERVICE':
      return notifyChange(tx, { topic: 'project', id: projectId, projectId, environmentId });
  }
}

/** Tells whoever looks at any project: everybody's variables hold in all of them. */
export async function notifyEveryProject(tx: Tx): Promise<void> {
  const projects = await tx.project.findMany({ select: { id: true } });
  for (const { id } of projects) await notifyChange(tx, { topic: 'project', id, projectId: id });
}
