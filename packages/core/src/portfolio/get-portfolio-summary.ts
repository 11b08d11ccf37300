import type {
  MatrixPoint,
  PortfolioFilter,
  PortfolioSummary,
  Principal,
  UseCaseListItem,
} from '@jalon/contracts';
import { Prisma } from '@jalon/db';
import type { CoreContext } from '../context';
import { findOpenRounds, gatherFacts, loadPolicies } from '../gate';
import { portfolioVerified } from '../realization';
import { loadStages, stageView } from '../reference';
import { filterCondition, findUseCases } from '../use-case';
import { withKpis } from '../use-case/list-use-cases';
import { needsOf } from './needs';
import { realisedThisYear } from './realised';
import { DRAWS, valueGroup } from './value-group';

function matrixPoint(useCase: UseCaseListItem): MatrixPoint[] {
  const { id, number, title, businessUnit, stage, status, feasibility, risk, range } = useCase;
  if (!range) return [];
  const { likely, expected } = range;
  return [
    {
      id,
      number,
      title,
      businessUnit: businessUnit.name,
      stage,
      status,
      feasibility,
      risk,
      likely,
      expected,
    },
  ];
}

/**
 * The portfolio in figures, under a filter: what is in production, in the pipeline, and realised this year; the
 * funnel, the matrix, and what waits for the reader. What is on hold is shown, and counts in no sum.
 * Validated by contracts; the caller holds `portfolio:read`.
 */
export async function getPortfolioSummary(
  context: CoreContext,
  principal: Principal,
  filter: PortfolioFilter,
): Promise<PortfolioSummary> {
  const { db } = context;
  const now = context.clock.now();
  const [bare, stages] = await Promise.all([
    findUseCases(db, { where: filterCondition(filter), orderBy: Prisma.sql`u.number` }),
    loadStages(db),
  ]);
  const useCases = await withKpis(db, bare, now);
  const active = useCases.filter((useCase) => useCase.status === 'ACTIVE');
  const everInProduction = useCases.filter((useCase) => useCase.stage.key === 'production');
  const activeIds = active.map((useCase) => useCase.id);
  const [facts, realised, policies, rounds, value] = await Promise.all([
    gatherFacts(db, activeIds, now),
    realisedThisYear(
      db,
      everInProduction.map((useCase) => useCase.id),
      now,
    ),
    loadPolicies(db, stages),
    findOpenRounds(db, activeIds),
    portfolioVerified(db, principal, useCases, now),
  ]);
  return {
    asOf: now,
    currency: 'EUR',
    draws: DRAWS,
    production: valueGroup(active.filter((useCase) => useCase.stage.key === 'production')),
    pipeline: valueGroup(active.filter((useCase) => useCase.stage.key !== 'production')),
    realised,
    verified: value.verified,
    funnel: stages.map((stage) => {
      const inStage = useCases.filter((useCase) => useCase.stage.key === stage.key);
      const onHold = inStage.filter((useCase) => useCase.status === 'ON_HOLD').length;
      const group = valueGroup(inStage.filter((useCase) => useCase.status === 'ACTIVE'));
      return { ...group, stage: stageView(stage), onHold };
    }),
    matrix: useCases
      .filter((useCase) => useCase.status === 'ACTIVE' || useCase.status === 'ON_HOLD')
      .flatMap(matrixPoint),
    needs: [...needsOf(principal, active, facts, { policies, rounds }), ...value.needs],
    total: useCases.length,
  };
}
