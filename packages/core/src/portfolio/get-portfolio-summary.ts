import type { PortfolioFilter, PortfolioSummary, PortfolioSummaryInput, Principal } from '@jalon/contracts';
import { Prisma } from '@jalon/db';
import type { CoreContext } from '../context';
import { pastMoment } from '../history';
import { portfolioVerified } from '../realization';
import { loadStages, stageView } from '../reference';
import { filterCondition, findUseCases } from '../use-case';
import { presentFigures } from './present-figures';
import { realisedThisYear } from './realised';
import { matrixOf } from './shown';
import { DRAWS, valueGroup } from './value-group';

/** All of a summary but what it is a summary of. */
export type Figures = Omit<PortfolioSummary, 'asOf' | 'currency' | 'draws'>;

/** The figures as they were recorded at a moment; nothing waits then. */
async function pastFigures({ db }: CoreContext, filter: PortfolioFilter, moment: Date): Promise<Figures> {
  const [useCases, stages] = await Promise.all([
    findUseCases(db, { where: filterCondition(filter), orderBy: Prisma.sql`u.number`, moment }),
    loadStages(db, moment),
  ]);
  const active = useCases.filter((useCase) => useCase.status === 'ACTIVE');
  const ids = useCases.map(({ id }) => id);
  const [realised, verified] = await Promise.all([
    realisedThisYear(db, ids, moment, moment),
    portfolioVerified(db, ids, moment, moment),
  ]);
  return {
    production: valueGroup(active.filter((useCase) => useCase.stage.key === 'production')),
    pipeline: valueGroup(active.filter((useCase) => useCase.stage.key !== 'production')),
    realised,
    verified,
    funnel: stages.map((stage) => {
      const inStage = useCases.filter((useCase) => useCase.stage.key === stage.key);
      const onHold = inStage.filter((useCase) => useCase.status === 'ON_HOLD').length;
      const group = valueGroup(inStage.filter((useCase) => useCase.status === 'ACTIVE'));
      return { ...group, stage: stageView(stage), onHold };
    }),
    ...matrixOf(useCases),
    needs: [],
    needsTotal: 0,
    total: useCases.length,
  };
}

/**
 * The portfolio in figures, under a filter: what is in production, in the pipeline, and realised this year; the
 * funnel, the matrix, and what waits for the reader. What is on hold is shown, and counts in no sum. With `asOf` all of
 * it is as it was recorded then, the filter too, and nothing waits. Validated by contracts; the caller holds
 * `portfolio:read`. VALIDATION for a moment to come.
 */
export async function getPortfolioSummary(
  context: CoreContext,
  principal: Principal,
  { asOf, ...filter }: PortfolioSummaryInput,
): Promise<PortfolioSummary> {
  const present = context.clock.now();
  const moment = asOf ? pastMoment(asOf, present, 'asOf') : null;
  const figures = moment
    ? await pastFigures(context, filter, moment)
    : await presentFigures(context, principal, filter, present);
  return { asOf: moment ?? present, currency: 'EUR', draws: DRAWS, ...figures };
}
