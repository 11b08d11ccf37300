import {
  BRIDGE_NAMES,
  DomainError,
  type PortfolioBridge,
  type PortfolioBridgeInput,
  type PortfolioFilter,
  type Principal,
  STAGE_KEYS,
  type StageKey,
} from '@jalon/contracts';
import { type Db, isClient } from '@jalon/db';
import { type BridgePoint, pertMean, portfolioBridge, type ReachByStage } from '@jalon/value';
import type { CoreContext } from '../context';
import { pastMoment } from '../history';
import { loadStages } from '../reference';
import { filterCondition } from '../use-case';
import { listTables } from '../use-case/use-case.repository';
import { keepingEdition } from './book/edition';
import { filterName } from './book/filter';
import { bookOf } from './book/portfolio-book';

interface Row {
  id: string;
  number: number;
  title: string;
  stage: StageKey;
  active: boolean;
  selected: boolean;
  low: string | null;
  likely: string | null;
  high: string | null;
}

/** The last instant of the quarter (UTC) before the one of a moment. */
function endOfLastQuarter(moment: Date): Date {
  const quarter = Math.floor(moment.getUTCMonth() / 3);
  return new Date(Date.UTC(moment.getUTCFullYear(), quarter * 3, 1) - 1);
}

async function findPoints(db: Db, filter: PortfolioFilter, moment: Date | null): Promise<Map<string, Row>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.id, u.number, u.title, s.key AS stage, u.status = 'ACTIVE' AS active, ${filterCondition(filter)} AS selected,
      u."estimateLow"::text AS low, u."estimateLikely"::text AS likely, u."estimateHigh"::text AS high
    FROM ${listTables(moment)}`;
  return new Map(rows.map((row) => [row.id, row]));
}

function pointOf(row: Row | undefined): BridgePoint | null {
  if (!row) return null;
  const { stage, active, selected, low, likely, high } = row;
  const known = low !== null && likely !== null && high !== null;
  return { stage, active, selected, expected: known ? pertMean({ low, likely, high }) : null };
}

async function loadReach(db: Db, moment: Date | null): Promise<ReachByStage> {
  const stages = await loadStages(db, moment);
  const reach = new Map(stages.map((stage) => [stage.key, stage.reachProbability]));
  return Object.fromEntries(STAGE_KEYS.map((key) => [key, reach.get(key) ?? '0'])) as Record<
    StageKey,
    string
  >;
}

/**
 * Why the risk-adjusted expected EBITDA a year of the active use cases, in production and in the pipeline together,
 * changed between two moments under a filter: both ends are what the summary of that moment shows. Validated by
 * contracts; the caller holds `portfolio:read`. VALIDATION for a moment to come, or a start that is not before the end.
 */
export async function getPortfolioBridge(
  context: CoreContext,
  _principal: Principal,
  { from: since, to: until, ...filter }: PortfolioBridgeInput,
): Promise<PortfolioBridge> {
  const { db } = context;
  const now = context.clock.now();
  const moment = until ? pastMoment(until, now, 'to') : null;
  const to = moment ?? now;
  const from = since ? pastMoment(since, now, 'from') : endOfLastQuarter(to);
  if (from >= to) {
    const message = 'The start lies after the end. Choose an earlier day to compare with.';
    throw new DomainError('VALIDATION', message, [{ path: 'from', message }]);
  }
  if (moment || !isClient(db)) return bridgeBetween(db, filter, from, to, moment);
  const name = `${from.toISOString()} ${filterName(filter)}`;
  return kept(bookOf(db), now, name, () => bridgeBetween(db, filter, from, to, null));
}

const kept = keepingEdition<PortfolioBridge>(20);

async function bridgeBetween(
  db: Db,
  filter: PortfolioFilter,
  from: Date,
  to: Date,
  moment: Date | null,
): Promise<PortfolioBridge> {
  const [before, after, reachBefore, reachAfter] = await Promise.all([
    findPoints(db, filter, from),
    findPoints(db, filter, moment),
    loadReach(db, from),
    loadReach(db, moment),
  ]);
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const { causes, ...figures } = portfolioBridge(
    ids.map((id) => ({ id, before: pointOf(before.get(id)), after: pointOf(after.get(id)) })),
    reachBefore,
    reachAfter,
  );
  return {
    from,
    to,
    currency: 'EUR',
    ...figures,
    causes: causes.map(({ cause, amount, cases }) => ({
      cause,
      amount,
      count: cases.length,
      useCases: cases.slice(0, BRIDGE_NAMES).map(({ id, amount: own }) => {
        const row = after.get(id) ?? before.get(id);
        return { id, number: row?.number ?? 0, title: row?.title ?? '', amount: own };
      }),
    })),
  };
}
