import type { Principal, RealizationMonth, RealizationView } from '@jalon/contracts';
import { sumMoney } from '@jalon/value';
import type { CoreContext } from '../context';
import { approvalRights } from '../gate/approvals';
import { namesOf } from '../gate/rounds';
import { requireUseCase } from '../use-case/require-use-case';
import { computedMonths } from './computed-months';
import { type DecisionRow, findDecisions } from './decisions';
import { financeRight } from './finance-right';
import { forecastsOf } from './forecasts';
import { clockOf } from './months';

const NOTHING = '0.00';

function viewMonth(
  month: string,
  given: { forecast: string | null; computed: string; decisions: readonly DecisionRow[] },
  nameOf: (id: string) => string,
  now: Date,
): RealizationMonth {
  const { finished, verifyBy, late } = clockOf(month, now);
  const [last] = given.decisions;
  return {
    month,
    forecast: given.forecast,
    computed: given.computed,
    finished,
    status: last?.verdict ?? 'AWAITING',
    verifyBy,
    overdue: !last && late,
    changedSince: last?.verdict === 'CONFIRMED' && last.computed !== given.computed,
    decisions: given.decisions.map(({ verdict, computed, confirmed, note, ...row }) => ({
      verdict,
      computed,
      confirmed,
      note,
      by: nameOf(row.decidedById),
      onBehalfOf: row.onBehalfOf ? nameOf(row.onBehalfOf) : null,
      at: row.decidedAt,
    })),
  };
}

/**
 * What a use case has realised month by month, newest first: forecast, computed and confirmed apart, and what finance
 * has said. A month that finance has spoken on is shown even when the use case has left production since. The caller
 * holds `portfolio:read`; NOT_FOUND.
 */
export async function getRealization(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<RealizationView> {
  const { db } = context;
  const now = context.clock.now();
  const useCase = await requireUseCase(db, principal, input.useCaseId, 'read');
  const [{ currency, amounts }, found, forecast, rights] = await Promise.all([
    computedMonths(db, useCase, now),
    findDecisions(db, [useCase.id], now),
    forecastsOf(db, useCase.id, now),
    approvalRights(db, principal, now),
  ]);
  const decided = found.get(useCase.id) ?? new Map<string, DecisionRow[]>();
  const nameOf = await namesOf(
    db,
    [...decided.values()]
      .flat()
      .flatMap(({ decidedById, onBehalfOf }) => (onBehalfOf ? [decidedById, onBehalfOf] : [decidedById])),
  );
  const months = [...new Set([...amounts.keys(), ...decided.keys()])]
    .sort()
    .reverse()
    .map((month) =>
      viewMonth(
        month,
        {
          forecast: forecast(month),
          computed: amounts.get(month) ?? NOTHING,
          decisions: decided.get(month) ?? [],
        },
        nameOf,
        now,
      ),
    );
  return {
    currency,
    months,
    right: financeRight(rights, principal, useCase).right,
    totals: {
      forecast: sumMoney(months.map((month) => month.forecast ?? NOTHING)),
      computed: sumMoney(months.map((month) => month.computed)),
      confirmed: sumMoney(months.map((month) => month.decisions[0]?.confirmed ?? NOTHING)),
    },
  };
}
