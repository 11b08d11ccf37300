import type { PortfolioFilter, Principal, StageKey, ValueGroup } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { loadPolicies } from '../gate';
import { approvalRights } from '../gate/approvals';
import { stageView } from '../reference';
import { bandsOf } from './book/bands';
import { pointOf } from './book/entry';
import { dearestOf } from './book/order';
import { needsOf } from './book/personal-needs';
import { bookOf } from './book/portfolio-book';
import { totalsOf } from './book/totals';
import type { Figures } from './get-portfolio-summary';
import { POINTS } from './shown';

/** The figures of today under a filter, from the book. */
export async function presentFigures(
  { db }: CoreContext,
  principal: Principal,
  filter: PortfolioFilter,
  now: Date,
): Promise<Figures> {
  const book = bookOf(db);
  const [rights] = await Promise.all([approvalRights(db, principal, now), book.refresh(now)]);
  const { stages } = book.yardsticks;
  const policies = await loadPolicies(db, stages);
  const totals = totalsOf(book, filter, now);
  const bands = bandsOf(book, filter);
  const groupOf = (keys: readonly StageKey[]): ValueGroup => {
    const { count, expected, riskAdjusted } = totals.of(keys);
    return { count, expected: expected.money, riskAdjusted: riskAdjusted.money, band: bands.of(keys) };
  };
  const keys = stages.map(({ key }) => key);
  const drawn = dearestOf(book, filter, POINTS);
  return {
    production: groupOf(['production']),
    pipeline: groupOf(keys.filter((key) => key !== 'production')),
    realised: totals.realised,
    verified: totals.verified,
    funnel: stages.map((stage) => ({
      ...groupOf([stage.key]),
      stage: stageView(stage),
      onHold: totals.of([stage.key]).onHold,
    })),
    matrix: drawn.entries.flatMap(pointOf),
    matrixTotal: drawn.total,
    ...needsOf(book, filter, { principal, rights, policies, now }),
    total: totals.total,
  };
}
