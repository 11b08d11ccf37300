import { DomainError, type ErrorDetail, type Principal, type SaveStackInput } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireProject } from '../project/project-access';
import { checkCompose } from './check-compose';
import { compareFiles } from './compare-files';
import { readStackSource, STACK_SOURCE } from './stack-source';
import { variablesForChecking } from './variables-for-checking';

/**
 * Saves the Compose file, and the project's own files where they are given, when the stack can be read and nobody saved in between. A missing variable does not stop it: that is
 * asked for before a deployment. Validated by contracts; authorized by the API (`stack:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · COMPOSE_INVALID with line and column · STALE_VERSION
 */
export async function saveStack(
  context: CoreContext,
  principal: Principal,
  input: SaveStackInput,
): Promise<{ version: number }> {
  return inTransaction(context.db, async (tx) => {
    const project = await requireProject(tx, principal, input.projectId, 'write');
    const variables = await variablesForChecking(tx, project.id);
    const saved = readStackSource(
      await tx.stack.findUnique({ where: { projectId: project.id }, select: STACK_SOURCE }),
    );
    const { composeText, files = saved.files } = input;
    const { problems } = checkCompose({ composeText, files }, variables);
    if (problems.length > 0) throw invalidCompose(problems);
    const { count } = await tx.stack.updateMany({
      where: { projectId: project.id, version: input.version },
      data: {
        composeText,
        files,
        version: { increment: 1 },
        updatedById: principal.userId,
      },
    });
    if (count === 0) {
      throw new DomainError(
        'STALE_VERSION',
        'Somebody saved this file after you opened it. Copy your changes, reload the page and put them in again.',
      );
    }
    const version = input.version + 1;
    const changed = compareFiles(saved.files, files).map(({ path, change }) => ({ path, change }));
    await recordAudit(tx, principal, {
      action: 'stack.saved',
      subjectType: 'project',
      subjectId: project.id,
      projectId: project.id,
      data: changed.length > 0 ? { version, files: changed } : { version },
    });
    await notifyChange(tx, { topic: 'project', id: project.id, projectId: project.id });
    return { version };
  });
}

/** The error of a file that cannot be read, with every place that is wrong. */
export function invalidCompose(problems: readonly ErrorDetail[]): DomainError {
  const [first] = problems;
  const file = first?.file ? `${first.file}, ` : '';
  const where = first?.line === undefined ? '' : ` (${file}line ${first.line})`;
  const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : '';
  return new DomainError(
    'COMPOSE_INVALID',
    `The Compose file cannot be used${where}: ${first?.message ?? 'it cannot be read'}${more}`,
    problems,
  );
}
