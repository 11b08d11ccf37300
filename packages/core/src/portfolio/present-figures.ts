import type { PortfolioFilter, Principal, StageKey, ValueGroup } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { loadPolicies } from '../gate';
import { approvalRights } from '../gate/approvals';
import { sumVerified } from '../realization';
import { loadStages, stageView } from '../reference';
import { type Bands, bandsOf } from './book/bands';
import { type BookEntry, monthsRealised, verifiedOf } from './book/entry';
import { passes } from './book/filter';
import { bookOf } from './book/portfolio-book';
import { moneyOf } from './cents';
import type { Figures } from './get-portfolio-summary';
import { isReady, needsAt } from './needs';
import { addMonth, emptyMonth, measuredKpis, monthsOf, sumRealised } from './realised';
import { firstNeeds, matrixOf } from './shown';

interface Sums {
  count: number;
  onHold: number;
  expected: bigint;
  riskAdjusted: bigint;
}

const emptySums = (): Sums => ({ count: 0, onHold: 0, expected: 0n, riskAdjusted: 0n });

function sumByStage(entries: readonly BookEntry[]): Map<StageKey, Sums> {
  const sums = new Map<StageKey, Sums>();
  for (const { useCase, cents } of entries) {
    const { key } = useCase.stage;
    const sum = sums.get(key) ?? emptySums();
    sums.set(key, sum);
    if (useCase.status === 'ON_HOLD') sum.onHold += 1;
    if (useCase.status !== 'ACTIVE') continue;
    sum.count += 1;
    sum.expected += cents.expected;
    sum.riskAdjusted += cents.riskAdjusted;
  }
  return sums;
}

function groupOf(stages: readonly StageKey[], sums: ReadonlyMap<StageKey, Sums>, bands: Bands): ValueGroup {
  const total = emptySums();
  for (const stage of stages) {
    const { count, expected, riskAdjusted } = sums.get(stage) ?? emptySums();
    total.count += count;
    total.expected += expected;
    total.riskAdjusted += riskAdjusted;
  }
  return {
    count: total.count,
    expected: moneyOf(total.expected),
    riskAdjusted: moneyOf(total.riskAdjusted),
    band: bands.of(stages),
  };
}

function realisedOf(entries: readonly BookEntry[], now: Date) {
  const months = monthsOf(now).map(emptyMonth);
  let kpis = 0;
  for (const entry of entries) {
    monthsRealised(entry, now).forEach((part, index) => {
      addMonth(months[index], part);
    });
    if (entry.realised) kpis += measuredKpis(entry.realised);
  }
  return sumRealised(now, months, kpis);
}

/** A gate is judged again when the use case, or the policy, is another one than the last time. */
const remembered: typeof isReady = (policy, subject) => {
  const { known } = subject as BookEntry;
  if (known.ready?.version !== policy.versionId) {
    known.ready = { version: policy.versionId, is: isReady(policy, subject) };
  }
  return known.ready.is;
};

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
  const entries = book.inOrder().filter((entry) => passes(entry, filter));
  const sums = sumByStage(entries);
  const bands = bandsOf(book, filter);
  const keys = stages.map(({ key }) => key);
  const verified = entries.map((entry) => ({ useCase: entry.useCase, state: verifiedOf(entry, now) }));
  const value = sumVerified(principal, rights, verified, now);
  const needs = entries.flatMap((entry) => needsAt(principal, policies, entry, remembered));
  return {
    production: groupOf(['production'], sums, bands),
    pipeline: groupOf(
      keys.filter((key) => key !== 'production'),
      sums,
      bands,
    ),
    realised: realisedOf(entries, now),
    verified: value.verified,
    funnel: stages.map((stage) => ({
      ...groupOf([stage.key], sums, bands),
      stage: stageView(stage),
      onHold: sums.get(stage.key)?.onHold ?? 0,
    })),
    ...matrixOf(entries.map(({ useCase }) => useCase)),
    ...firstNeeds([...needs, ...value.needs]),
    total: entries.length,
  };
}
