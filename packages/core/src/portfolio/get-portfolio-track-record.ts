import type {
  ForecastAccuracy,
  PortfolioFilter,
  PortfolioSummaryInput,
  PortfolioTrackRecord,
  Principal,
} from '@jalon/contracts';
import { type Db, isClient, Prisma } from '@jalon/db';
import { forecastAccuracy, type Outcome, outcomeOf, stagePassages } from '@jalon/value';
import type { CoreContext } from '../context';
import { findStays, journeysOf, pastMoment, staysWithin } from '../history';
import { loadStages, stageOf, stageView } from '../reference';
import { filterCondition, findUseCases } from '../use-case';
import type { BareListItem } from '../use-case/use-case.repository';
import { keepingEdition } from './book/edition';
import { filterName, testOf } from './book/filter';
import { bookOf } from './book/portfolio-book';
import { forecastsAtGo } from './forecasts-at-go';
import { findValuedKpis } from './valued-kpis';

interface Judged {
  useCase: BareListItem;
  outcome: Outcome;
}

type Group = Pick<ForecastAccuracy, 'id' | 'name'>;

/** One line for each business unit, or each owner: the largest sample first. */
function byGroup(judged: readonly Judged[], groupOf: (useCase: BareListItem) => Group): ForecastAccuracy[] {
  const groups = new Map<string | null, { group: Group; outcomes: Outcome[] }>();
  for (const { useCase, outcome } of judged) {
    const group = groupOf(useCase);
    const known = groups.get(group.id) ?? { group, outcomes: [] };
    known.outcomes.push(outcome);
    groups.set(group.id, known);
  }
  return [...groups.values()]
    .map(({ group, outcomes }) => ({ ...group, ...forecastAccuracy(outcomes) }))
    .sort((left, right) => right.useCases - left.useCases || left.name.localeCompare(right.name));
}

/** In the order of their numbers; those of today from the book. */
async function useCasesUnder(
  db: Db,
  filter: PortfolioFilter,
  now: Date,
  moment: Date | null,
): Promise<readonly BareListItem[]> {
  if (moment || !isClient(db))
    return findUseCases(db, { where: filterCondition(filter), orderBy: Prisma.sql`u.number`, moment });
  const book = bookOf(db);
  await book.refresh(now);
  const passes = testOf(filter);
  return book.inOrder().flatMap((entry) => (passes(entry) ? [entry.useCase] : []));
}

/**
 * What the history of this installation says under a filter: how often and how fast each stage is left, how often it
 * leads to production, beside the probability that is assumed; and how near the estimates came that stood at the GO to
 * production, by the unit and the owner of `asOf`. Days are UTC. Validated by contracts; the caller holds
 * `portfolio:read`. VALIDATION for a moment to come.
 */
export async function getPortfolioTrackRecord(
  context: CoreContext,
  _principal: Principal,
  { asOf, ...filter }: PortfolioSummaryInput,
): Promise<PortfolioTrackRecord> {
  const { db } = context;
  const present = context.clock.now();
  const moment = asOf ? pastMoment(asOf, present, 'asOf') : null;
  if (moment || !isClient(db)) return trackRecord(db, filter, moment ?? present, moment);
  return kept(bookOf(db), present, filterName(filter), () => trackRecord(db, filter, present, null));
}

/** Hundreds of thousands of samples are read for each. */
const kept = keepingEdition<PortfolioTrackRecord>(20);

async function trackRecord(
  db: Db,
  filter: PortfolioFilter,
  now: Date,
  moment: Date | null,
): Promise<PortfolioTrackRecord> {
  const [useCases, stages, stays] = await Promise.all([
    useCasesUnder(db, filter, now, moment),
    loadStages(db, moment),
    findStays(db, moment),
  ]);
  const inProduction = useCases.flatMap((useCase) => {
    const periods = (stays.get(useCase.id) ?? []).filter(({ stage }) => stage === 'production');
    const since = periods[0]?.from;
    return since ? [{ useCase, periods, since }] : [];
  });
  const [forecasts, kpis] = await Promise.all([
    forecastsAtGo(
      db,
      inProduction.map(({ useCase, since }) => ({ useCaseId: useCase.id, since })),
    ),
    findValuedKpis(
      db,
      inProduction.map(({ useCase }) => useCase.id),
      now,
      moment,
    ),
  ]);
  const judged = inProduction.flatMap(({ useCase, periods, since }): Judged[] => {
    const forecast = forecasts.get(useCase.id);
    const { until, valued } = kpis.get(useCase.id) ?? { until: now, valued: [] };
    if (!forecast) return [];
    const outcome = outcomeOf(forecast, valued, staysWithin(periods, { from: since, to: until }));
    return outcome.days > 0 ? [{ useCase, outcome }] : [];
  });
  return {
    asOf: now,
    currency: 'EUR',
    stages: stagePassages(journeysOf(useCases, stays)).map((passage) => ({
      ...passage,
      stage: stageView(stageOf(stages, passage.stage)),
    })),
    accuracy: {
      all: { id: null, name: '', ...forecastAccuracy(judged.map(({ outcome }) => outcome)) },
      units: byGroup(judged, ({ businessUnit }) => businessUnit),
      owners: byGroup(judged, ({ owner }) => owner),
      unknown: inProduction.length - judged.length,
    },
  };
}
