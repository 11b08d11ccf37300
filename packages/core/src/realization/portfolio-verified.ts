import type { FrozenRealised, Need, PortfolioSummary, Principal, UseCaseListItem } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { sumMoney } from '@jalon/value';
import { type ApprovalRight, approvalRights } from '../gate/approvals';
import { findProductionStays, staysWithin, tablesAt } from '../history';
import { type DecisionRow, findDecisions } from './decisions';
import { financeRight } from './finance-right';
import { clockOf, firstDayOf, monthsFrom, verifyByOf } from './months';

type Listed = Pick<UseCaseListItem, 'id' | 'number' | 'title' | 'owner' | 'status' | 'stage'>;

/** The months in which use cases earned, by id: those that their times in production touch; a retired one has stopped. */
async function findMonths(db: Db, useCaseIds: readonly string[], now: Date, moment: Date | null) {
  const { useCases, kpis } = tablesAt(moment);
  const [stays, rows] = await Promise.all([
    findProductionStays(db, moment),
    db.$queryRaw<{ id: string; frozen: FrozenRealised | null }[]>`
      SELECT u.id, u."frozenRealised" AS frozen FROM ${useCases} u
      WHERE u.id = ANY(${useCaseIds}::uuid[]) AND u.id IN (
        SELECT k."useCaseId" FROM ${kpis} k WHERE k."valuePerUnit" IS NOT NULL)`,
  ]);
  return new Map(
    rows.map(({ id, frozen }) => {
      const end = frozen ? new Date(frozen.at) : now;
      const periods = staysWithin(stays.get(id) ?? [], { from: new Date(0), to: end });
      return [id, [...new Set(periods.flatMap(({ from, to }) => monthsFrom(from, to)))]];
    }),
  );
}

function needOf(kind: Need['kind'], useCase: Listed, months: readonly string[]): Need[] {
  const oldest = [...months].sort()[0];
  if (!oldest) return [];
  const { id, number, title } = useCase;
  return [
    {
      kind,
      useCase: { id, number, title },
      months: { count: months.length, oldest, due: verifyByOf(oldest) },
    },
  ];
}

function needsOf(
  principal: Principal,
  rights: readonly ApprovalRight[],
  useCase: Listed,
  state: { awaiting: readonly string[]; disputed: readonly string[] },
  now: Date,
): Need[] {
  const owned = { number: useCase.number, ownerId: useCase.owner.id };
  const disputed =
    useCase.owner.id === principal.userId ? needOf('VALUE_DISPUTED', useCase, state.disputed) : [];
  if (financeRight(rights, principal, owned).right !== 'YES') return disputed;
  const late = state.awaiting.filter((month) => clockOf(month, now).late);
  const open = state.awaiting.filter((month) => !late.includes(month));
  return [
    ...needOf('VALUE_OVERDUE', useCase, late),
    ...needOf('VALUE_TO_VERIFY', useCase, open),
    ...disputed,
  ];
}

/**
 * What finance has confirmed this calendar year (UTC) of these use cases, and the months that wait for the reader:
 * to verify for finance, overdue ones first, and disputed ones for their owner. Confirmed amounts count whatever has
 * become of the use case since. As it was recorded at `moment`, now when null; nothing waits then.
 */
export async function portfolioVerified(
  db: Db,
  principal: Principal,
  useCases: readonly Listed[],
  now: Date,
  moment: Date | null = null,
): Promise<{ verified: PortfolioSummary['verified']; needs: Need[] }> {
  const ids = useCases.map(({ id }) => id);
  const [decisions, earned, rights] = await Promise.all([
    findDecisions(db, ids, now),
    findMonths(db, ids, now, moment),
    approvalRights(db, principal, now),
  ]);
  const year = String(now.getUTCFullYear());
  let awaitingThisYear = 0;
  const needs = useCases.flatMap((useCase) => {
    const spoken = decisions.get(useCase.id) ?? new Map<string, DecisionRow[]>();
    const finished = (earned.get(useCase.id) ?? []).filter((month) => clockOf(month, now).finished);
    const awaiting = finished.filter((month) => !spoken.has(month));
    const disputed = [...spoken].flatMap(([month, [last]]) => (last?.verdict === 'DISPUTED' ? [month] : []));
    awaitingThisYear += awaiting.filter((month) => month.startsWith(year)).length;
    return needsOf(principal, rights, useCase, { awaiting, disputed }, now);
  });
  const confirmed = new Map<string, string[]>();
  for (const months of decisions.values()) {
    for (const [month, [last]] of months) {
      if (last?.confirmed) confirmed.set(month, [...(confirmed.get(month) ?? []), last.confirmed]);
    }
  }
  const months = monthsFrom(firstDayOf(`${year}-01`), now).map((month) => ({
    month,
    confirmed: sumMoney(confirmed.get(month) ?? []),
  }));
  const lateFirst = (need: Need): number => (need.kind === 'VALUE_OVERDUE' ? 0 : 1);
  return {
    verified: {
      confirmed: sumMoney(months.map((month) => month.confirmed)),
      months,
      awaiting: awaitingThisYear,
    },
    needs: needs.sort((left, right) => lateFirst(left) - lateFirst(right)),
  };
}
