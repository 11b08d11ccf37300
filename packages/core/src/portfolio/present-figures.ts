import type { Band, Need, PortfolioFilter, Principal, StageKey, ValueGroup } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { loadPolicies, type Policy } from '../gate';
import { approvalRights } from '../gate/approvals';
import { sumVerified } from '../realization';
import { loadStages, stageView } from '../reference';
import { bandsOf } from './book/bands';
import { type BookEntry, monthsRealised, verifiedOf } from './book/entry';
import { bookOf } from './book/portfolio-book';
import { CentsSum } from './cents';
import type { Figures } from './get-portfolio-summary';
import { addNeedsFor, type NeedsThere, needsThere } from './needs';
import { addMonth, emptyMonth, measuredKpis, monthsOf, sumRealised } from './realised';
import { firstNeeds, matrixOf } from './shown';

/** No stage is called so. */
const PIPELINE = '';

interface Sums {
  count: number;
  onHold: number;
  expected: CentsSum;
  riskAdjusted: CentsSum;
}

const emptySums = (): Sums => ({
  count: 0,
  onHold: 0,
  expected: new CentsSum(),
  riskAdjusted: new CentsSum(),
});

/** Sums of what is active, by group: a stage, and all of the pipeline. */
function sumGroups(entries: readonly BookEntry[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  const pipeline = emptySums();
  sums.set(PIPELINE, pipeline);
  for (const { useCase, cents } of entries) {
    const { key } = useCase.stage;
    const sum = sums.get(key) ?? emptySums();
    sums.set(key, sum);
    if (useCase.status === 'ON_HOLD') sum.onHold += 1;
    if (useCase.status !== 'ACTIVE') continue;
    for (const group of key === 'production' ? [sum] : [sum, pipeline]) {
      group.count += 1;
      group.expected.add(cents.expected);
      group.riskAdjusted.add(cents.riskAdjusted);
    }
  }
  return sums;
}

function groupOf({ count, expected, riskAdjusted }: Sums, band: Band): ValueGroup {
  return { count, expected: expected.money, riskAdjusted: riskAdjusted.money, band };
}

function realisedOf(entries: readonly BookEntry[], now: Date) {
  const periods = monthsOf(now);
  const months = periods.map(emptyMonth);
  let kpis = 0;
  for (const entry of entries) {
    if (!entry.realised) continue;
    monthsRealised(entry, now, periods).forEach((part, index) => {
      addMonth(months[index], part);
    });
    kpis += measuredKpis(entry.realised);
  }
  return sumRealised(now, months, kpis);
}

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
  const { entries } = bands;
  const sums = sumGroups(entries);
  const sumOf = (group: string): Sums => sums.get(group) ?? emptySums();
  const keys = stages.map(({ key }) => key);
  const day = now.toISOString().slice(0, 10);
  const value = sumVerified(principal, rights, entries, (entry) => verifiedOf(entry, now, day), now);
  const needs: Need[] = [];
  for (const entry of entries) addNeedsFor(principal, entry, needsThereOf(entry, policies), needs);
  return {
    production: groupOf(sumOf('production'), bands.of(['production'])),
    pipeline: groupOf(sumOf(PIPELINE), bands.of(keys.filter((key) => key !== 'production'))),
    realised: realisedOf(entries, now),
    verified: value.verified,
    funnel: stages.map((stage) => ({
      ...groupOf(sumOf(stage.key), bands.of([stage.key])),
      stage: stageView(stage),
      onHold: sumOf(stage.key).onHold,
    })),
    ...matrixOf(
      entries,
      ({ useCase }) => useCase,
      ({ cents }) => cents.likely,
    ),
    ...firstNeeds([...needs, ...value.needs]),
    total: entries.length,
  };
}
