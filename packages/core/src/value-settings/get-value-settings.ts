import type { ValueSettingsView } from '@jalon/contracts';
import { stagePassages } from '@jalon/value';
import type { CoreContext } from '../context';
import { findStays, journeysOf } from '../history';
import { loadDiscountRate, loadStages, stageOf, stageView } from '../reference';

/**
 * What figures of value are worked out with, and beside each probability how often it came true in this installation: the
 * same counts as on the portfolio's track record. The caller holds `setting:write`.
 */
export async function getValueSettings({ db }: CoreContext): Promise<ValueSettingsView> {
  const [discountRate, stages, useCases, stays] = await Promise.all([
    loadDiscountRate(db),
    loadStages(db),
    db.useCase.findMany({ select: { id: true, status: true } }),
    findStays(db, null),
  ]);
  return {
    discountRate,
    stages: stagePassages(journeysOf(useCases, stays)).map(({ stage, reached, settled }) => ({
      stage: stageView(stageOf(stages, stage)),
      reached,
      settled,
    })),
  };
}
