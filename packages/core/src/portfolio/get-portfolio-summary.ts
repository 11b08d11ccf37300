import type { MatrixPoint, Need, PortfolioSummary, PortfolioSummaryInput, Principal } from '@jalon/contracts';
import { Prisma } from '@jalon/db';
import type { CoreContext } from '../context';
import { findOpenRounds, gatherFacts, loadPolicies } from '../gate';
import { pastMoment } from '../history';
import { portfolioVerified } from '../realization';
import { loadStages, type StageRow, stageView } from '../reference';
import { filterCondition, findUseCases } from '../use-case';
import { withKpis } from '../use-case/list-use-cases';
import type { BareListItem } from '../use-case/use-case.repository';
import { needsOf } from './needs';
import { realisedThisYear } from './realised';
import { DRAWS, valueGroup } from './value-group';

function matrixPoint(useCase: BareListItem): MatrixPoint[] {
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

/** What waits for the reader now, among the use cases that are active. */
async function needsNow(
  context: CoreContext,
  principal: Principal,
  active: readonly BareListItem[],
  stages: readonly StageRow[],
): Promise<Need[]> {
  const { db } = context;
  const now = context.clock.now();
  const ids = active.map((useCase) => useCase.id);
  const [useCases, facts, policies, rounds] = await Promise.all([
    withKpis(db, active, now),
    gatherFacts(db, ids, now),
    loadPolicies(db, stages),
    findOpenRounds(db, ids),
  ]);
  return needsOf(principal, useCases, facts, { policies, rounds });
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
  const { db } = context;
  const moment = asOf ? pastMoment(asOf, context.clock.now(), 'asOf') : null;
  const now = moment ?? context.clock.now();
  const [useCases, stages] = await Promise.all([
    findUseCases(db, { where: filterCondition(filter), orderBy: Prisma.sql`u.number`, moment }),
    loadStages(db, moment),
  ]);
  const active = useCases.filter((useCase) => useCase.status === 'ACTIVE');
  const [realised, value, needs] = await Promise.all([
    realisedThisYear(
      db,
      useCases.map((useCase) => useCase.id),
      now,
      moment,
    ),
    portfolioVerified(db, principal, useCases, now, moment),
    moment ? [] : needsNow(context, principal, active, stages),
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
    needs: moment ? [] : [...needs, ...value.needs],
    total: useCases.length,
  };
}
