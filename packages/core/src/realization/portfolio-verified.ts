import type { FrozenRealised, Need, PortfolioSummary, Principal, UseCaseListItem } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { ApprovalRight } from '../gate/approvals';
import { findProductionStays, type Stay, staysWithin, tablesAt } from '../history';
import { type DecisionRow, findDecisions } from './decisions';
import { financeRight } from './finance-right';
import { clockOf, monthsFrom, verifyByOf } from './months';
import { VerifiedSum } from './verified-sum';

type Listed = Pick<UseCaseListItem, 'id' | 'number' | 'title' | 'owner' | 'status' | 'stage'>;

/** The months that times in production touch; a retired one has stopped. Pure. */
export function earnedMonths(stays: readonly Stay[], frozen: FrozenRealised | null, now: Date): string[] {
  const periods = staysWithin(stays, { from: new Date(0), to: frozen ? new Date(frozen.at) : now });
  return [...new Set(periods.flatMap(({ from, to }) => monthsFrom(from, to)))];
}

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
  return new Map(rows.map(({ id, frozen }) => [id, earnedMonths(stays.get(id) ?? [], frozen, now)]));
}

/** What finance has said of a use case, and the finished months (UTC) on which it has not. */
export interface VerifiedState {
  late: string[];
  /** Awaiting, and in time. */
  open: string[];
  disputed: string[];
  confirmed: { month: string; amount: string }[];
}

/** Where the months of a use case stand on the day of `now`; `span` are those in which it earned. Pure. */
export function verifiedState(
  span: readonly string[],
  spoken: ReadonlyMap<string, readonly DecisionRow[]>,
  now: Date,
): VerifiedState {
  const clocks = span
    .filter((month) => !spoken.has(month))
    .map((month) => ({ month, ...clockOf(month, now) }))
    .filter(({ finished }) => finished);
  return {
    late: clocks.filter(({ late }) => late).map(({ month }) => month),
    open: clocks.filter(({ late }) => !late).map(({ month }) => month),
    disputed: [...spoken].flatMap(([month, [last]]) => (last?.verdict === 'DISPUTED' ? [month] : [])),
    confirmed: [...spoken].flatMap(([month, [last]]) =>
      last?.confirmed ? [{ month, amount: last.confirmed }] : [],
    ),
  };
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

/**
 * The months of a use case that wait for a reader: to verify for finance, those that are overdue apart, and disputed ones for
 * its owner. Pure.
 */
export function verifiedNeeds(
  principal: Principal,
  rights: readonly ApprovalRight[],
  useCase: Listed,
  state: VerifiedState,
): Need[] {
  const owned = { number: useCase.number, ownerId: useCase.owner.id };
  const disputed =
    useCase.owner.id === principal.userId ? needOf('VALUE_DISPUTED', useCase, state.disputed) : [];
  if (financeRight(rights, principal, owned).right !== 'YES') return disputed;
  return [
    ...needOf('VALUE_OVERDUE', useCase, state.late),
    ...needOf('VALUE_TO_VERIFY', useCase, state.open),
    ...disputed,
  ];
}

/**
 * What finance has confirmed in the calendar year (UTC) of `now` of these use cases, as it was recorded at `moment`, now when
 * null. Confirmed amounts count whatever has become of the use case since.
 */
export async function portfolioVerified(
  db: Db,
  useCaseIds: readonly string[],
  now: Date,
  moment: Date | null = null,
): Promise<PortfolioSummary['verified']> {
  const [decisions, earned] = await Promise.all([
    findDecisions(db, useCaseIds, now),
    findMonths(db, useCaseIds, now, moment),
  ]);
  const sum = new VerifiedSum();
  for (const id of useCaseIds) {
    sum.add(verifiedState(earned.get(id) ?? [], decisions.get(id) ?? new Map(), now));
  }
  return sum.ofYear(now);
}
