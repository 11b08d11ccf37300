import { DomainError, type Principal, type SamplesImported, type SamplesSheet } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireKpi } from '../kpi/require-kpi';
import { lockKpi } from '../kpi/sample-clashes';
import { judgeSamples } from './judge-samples';

const NAMED_PROBLEMS = 20;

/**
 * Writes the values of a sheet that are not there yet, as entered by hand, in one transaction: all or none. It is read
 * again; nothing is kept of a preview. Validated by contracts; the caller holds `kpi:write`. VALIDATION names the cells
 * that are wrong, or says why the sheet cannot be read; NOT_FOUND, FORBIDDEN, CONFLICT as for one value.
 */
export async function importSamples(
  context: CoreContext,
  principal: Principal,
  sheet: SamplesSheet,
): Promise<SamplesImported> {
  return inTransaction(context.db, async (tx) => {
    const kpi = await requireKpi(tx, principal, sheet.kpiId);
    await lockKpi(tx, kpi.id);
    const { fresh, known, problems } = await judgeSamples(tx, kpi, sheet, context.clock.now());
    if (problems.length > 0) {
      const message = `${problems.length} cells are wrong: nothing was written. Correct them, or take their rows out.`;
      const details = problems
        .slice(0, NAMED_PROBLEMS)
        .map(({ cell, code }) => ({ path: cell, message: code }));
      throw new DomainError('VALIDATION', message, details);
    }
    if (fresh.length === 0) return { stored: 0, known };
    await tx.kpiSample.createMany({
      data: fresh.map(({ at, value }) => ({
        kpiId: kpi.id,
        at,
        value,
        source: 'MANUAL' as const,
        createdById: principal.userId,
      })),
    });
    const moments = fresh.map(({ at }) => at.toISOString()).sort();
    await recordAudit(tx, principal, {
      action: 'kpi.imported',
      subjectType: 'use-case',
      subjectId: kpi.useCase.id,
      data: {
        kpiId: kpi.id,
        name: kpi.name,
        stored: fresh.length,
        known,
        from: moments[0],
        to: moments.at(-1),
        file: sheet.file?.name ?? null,
      },
    });
    await notifyChange(tx, { topic: 'kpi', id: kpi.id, useCaseId: kpi.useCase.id });
    return { stored: fresh.length, known };
  });
}
