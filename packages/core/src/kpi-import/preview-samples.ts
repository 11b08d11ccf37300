import type { Principal, SamplesPreview, SamplesSheet } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireKpi } from '../kpi/require-kpi';
import { SpreadsheetError } from '../spreadsheet';
import { judgeSamples } from './judge-samples';

const SHOWN_PROBLEMS = 100;
const SHOWN_SAMPLES = 12;

/**
 * What an import of values would write, and which cells are in its way; writes nothing. What cannot be read at all is part
 * of the answer, not an error. Validated by contracts; the caller holds `kpi:write`. NOT_FOUND, FORBIDDEN, CONFLICT as for
 * a value entered by hand.
 */
export async function previewSamples(
  context: CoreContext,
  principal: Principal,
  sheet: SamplesSheet,
): Promise<SamplesPreview> {
  const kpi = await requireKpi(context.db, principal, sheet.kpiId);
  try {
    const { rows, fresh, known, problems } = await judgeSamples(context.db, kpi, sheet, context.clock.now());
    return {
      fileProblem: null,
      rows,
      problems: problems.slice(0, SHOWN_PROBLEMS),
      problemCount: problems.length,
      fresh: fresh.length,
      known,
      sample: fresh.slice(0, SHOWN_SAMPLES).map(({ row, at, value }) => ({ row, at, value })),
    };
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    const nothing = { rows: 0, problems: [], problemCount: 0, fresh: 0, known: 0, sample: [] };
    return { fileProblem: error.toProblem(), ...nothing };
  }
}
