import type { Need, PortfolioFilter, Principal, StageKey, ValueGroup } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { loadPolicies, type Policy } from '../gate';
import { approvalRights } from '../gate/approvals';
import { verifiedNeeds } from '../realization';
import { loadStages, stageView } from '../reference';
import { bandsOf } from './book/bands';
import type { BookEntry } from './book/entry';
import { bookOf } from './book/portfolio-book';
import { totalsOf } from './book/totals';
import type { Figures } from './get-portfolio-summary';
import { addNeedsFor, type NeedsThere, needsThere } from './needs';
import { firstNeeds, matrixOf } from './shown';

/** A use case is judged again when it, or the policy of its gate, is another one than the last time. */
function needsThereOf(entry: BookEntry, policies: ReadonlyMap<StageKey, Policy>): NeedsThere {
  const policy = policies.get(entry.useCase.stage.key);
  const version = policy?.versionId ?? '';
  if (entry.known.needs?.version !== version) {
    entry.known.needs = { version, are: needsThere(policy, entry) };
  }
  return entry.known.needs.are;
}

/** The figures of today under a filter, from the book. */
export async function presentFigures(
  { db }: CoreContext,
  principal: Principal,
  filter: PortfolioFilter,
  now: Date,
): Promise<Figures> {
  const book = bookOf(db);
  const [stages, rights] = await Promise.all([
    loadStages(db),
    approvalRights(db, principal, now),
    book.refresh(now),
  ]);
  const policies = await loadPolicies(db, stages);
  const bands = bandsOf(book, filter);
  const totals = totalsOf(book, filter, now);
  const groupOf = (keys: readonly StageKey[]): ValueGroup => {
    const { count, expected, riskAdjusted } = totals.of(keys);
    return { count, expected: expected.money, riskAdjusted: riskAdjusted.money, band: bands.of(keys) };
  };
  const keys = stages.map(({ key }) => key);
  const { entries } = bands;
  const needs: Need[] = [];
  for (const entry of entries) addNeedsFor(principal, entry, needsThereOf(entry, policies), needs);
  needs.push(...verifiedNeeds(principal, rights, totals.waiting, ({ verified }) => verified));
  return {
    production: groupOf(['production']),
    pipeline: groupOf(keys.filter((key) => key !== 'production')),
    realised: totals.realised(now),
    verified: totals.verified(now),
    funnel: stages.map((stage) => ({
      ...groupOf([stage.key]),
      stage: stageView(stage),
      onHold: totals.of([stage.key]).onHold,
    })),
    ...matrixOf(
      entries,
      ({ useCase }) => useCase,
      ({ cents }) => cents.likely,
    ),
    ...firstNeeds(needs),
    total: entries.length,
  };
}
