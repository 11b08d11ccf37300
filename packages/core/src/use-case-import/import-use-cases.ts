import { DomainError, type ImportResult, type ImportUseCasesInput, type Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit, recordAudits } from '../audit';
import type { CoreContext } from '../context';
import { findContributors } from '../use-case/contributors';
import { type ReadImport, readImport } from './read-import';
import { writeDrafts } from './write-drafts';

/** Thousands of rows, each put into the audit chain when the transaction commits. */
const LONG_MS = 60_000;
const NAMED_PROBLEMS = 20;

/**
 * Makes every use case of a file, in the first stage, each with its estimate when it has a range, in one transaction: all or
 * none. Each is in the audit log, and the import itself with the file's name. Validated by contracts; the caller holds
 * `use-case:write`. VALIDATION names the cells that are wrong, or says why the file cannot be read.
 */
export async function importUseCases(
  context: CoreContext,
  principal: Principal,
  { file, mapping }: ImportUseCasesInput,
): Promise<ImportResult> {
  const read = await readImport(context, principal, file.content, mapping);
  refuseUnlessGood(read);
  return inTransaction(
    context.db,
    async (tx) => {
      const made = await writeDrafts(tx, principal, read.drafts, context.clock.now());
      const numbers = made.map(({ number }) => number);
      const [firstNumber, lastNumber] = [Math.min(...numbers), Math.max(...numbers)];
      const contributors = await findContributors(tx, [
        ...new Set(made.flatMap(({ contributorIds }) => contributorIds)),
      ]);
      const namesOf = (ids: readonly string[]) =>
        contributors.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
      await recordAudits(
        tx,
        principal,
        made.map(({ id, number, title, contributorIds }) => ({
          action: 'use-case.created',
          subjectType: 'use-case',
          subjectId: id,
          data: {
            number,
            title,
            version: 1,
            imported: true,
            ...(contributorIds.length > 0 ? { contributors: namesOf(contributorIds) } : {}),
          },
        })),
      );
      await recordAudit(tx, principal, {
        action: 'use-case.imported',
        subjectType: 'portfolio',
        subjectId: 'use-cases',
        data: { file: file.name, created: made.length, firstNumber, lastNumber },
      });
      const [first] = made;
      if (first) await notifyChange(tx, { topic: 'use-case', id: first.id, useCaseId: first.id });
      return { created: made.length, firstNumber, lastNumber };
    },
    LONG_MS,
  );
}

function refuseUnlessGood({ unmapped, problems, drafts, rows }: ReadImport): void {
  if (unmapped.length > 0) {
    const message = 'Choose the column that holds this: a use case cannot be without it.';
    throw new DomainError(
      'VALIDATION',
      message,
      unmapped.map((field) => ({ path: `mapping.${field}`, message })),
    );
  }
  if (problems.length > 0 || drafts.length !== rows) {
    throw new DomainError(
      'VALIDATION',
      `${problems.length} cells are wrong, the first is ${problems[0]?.cell}. Nothing was imported: correct them and try again.`,
      problems.slice(0, NAMED_PROBLEMS).map(({ cell, field, code }) => ({
        path: cell,
        message: `${field}: ${code}`,
      })),
    );
  }
}
