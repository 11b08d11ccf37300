import {
  compareDecimals,
  DomainError,
  type Principal,
  type SaveValueSettingsInput,
  STAGE_KEYS,
  type ValueSettingsView,
} from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { DISCOUNT_RATE_SETTING, loadDiscountRate, loadStages } from '../reference';
import { getValueSettings } from './get-value-settings';

interface Changed {
  [field: string]: { from: string; to: string };
}

/**
 * Writes the discount rate and the probabilities of the stages; figures of past days keep those of their day
 * (docs/decisions/0031). Validated by contracts; the caller holds `setting:write`. STALE_VERSION when somebody has
 * changed one of them since it was read.
 */
export async function saveValueSettings(
  context: CoreContext,
  principal: Principal,
  { discountRate, reach, was }: SaveValueSettingsInput,
): Promise<ValueSettingsView> {
  return inTransaction(context.db, async (tx) => {
    // One after the other: what is compared below is what is written over.
    await tx.$queryRaw`SELECT id FROM "Stage" ORDER BY id FOR UPDATE`;
    const stages = await loadStages(tx);
    const rate = await loadDiscountRate(tx);
    const seen =
      compareDecimals(rate, was.discountRate) === 0 &&
      stages.every(({ key, reachProbability }) => compareDecimals(reachProbability, was.reach[key]) === 0);
    if (!seen) {
      throw new DomainError(
        'STALE_VERSION',
        'Somebody has changed these assumptions after you opened them. Nothing was saved: look at them again.',
      );
    }
    const changed: Changed = {};
    if (compareDecimals(rate, discountRate) !== 0) {
      changed.discountRate = { from: rate, to: discountRate };
      await tx.setting.upsert({
        where: { key: DISCOUNT_RATE_SETTING },
        create: { key: DISCOUNT_RATE_SETTING, value: discountRate },
        update: { value: discountRate },
        select: { key: true },
      });
    }
    for (const key of STAGE_KEYS) {
      const stage = stages.find((known) => known.key === key);
      if (!stage || compareDecimals(stage.reachProbability, reach[key]) === 0) continue;
      changed[key] = { from: stage.reachProbability, to: reach[key] };
      await tx.stage.update({ where: { key }, data: { reachProbability: reach[key] }, select: { id: true } });
    }
    if (Object.keys(changed).length > 0) {
      await recordAudit(tx, principal, {
        action: 'setting.value-changed',
        subjectType: 'setting',
        subjectId: 'value',
        data: { changed },
      });
      // Every figure that is risk-adjusted or discounted is another one now.
      await notifyChange(tx, { topic: 'use-case', id: 'value-settings' });
    }
    return getValueSettings({ ...context, db: tx });
  });
}
