import type { MatrixPoint, UseCaseListItem } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import {
  type RunningValue,
  riskAdjusted,
  runningValue,
  SAMPLE_HOLD_DAYS,
  type UncertainValue,
} from '@jalon/value';
import { gatherFacts } from '../../gate/gather-facts';
import { monthsAfter } from '../../gate/reapproval';
import { findOpenRounds } from '../../gate/rounds';
import { type DecisionRow, findDecisions } from '../../realization/decisions';
import { earnedMonths, type VerifiedState, verifiedState } from '../../realization/portfolio-verified';
import { findUseCases } from '../../use-case/use-case.repository';
import { withKpis } from '../../use-case/with-kpis';
import { centsOf } from '../cents';
import type { NeedSubject, NeedsThere } from '../needs';
import {
  findRealisedSources,
  frozenIn,
  type Month,
  type MonthPart,
  type RealisedSource,
  realisedIn,
} from '../realised';
import { samplesOf } from '../sample-series';
import { matrixPoint } from '../shown';

const DAY = 86_400_000;

/** All that the portfolio's figures are computed from for one use case, as it was when it was read. */
export interface BookEntry extends NeedSubject {
  /** Frozen: it is sent as it is, and written for that once. */
  useCase: Readonly<UseCaseListItem>;
  /** What a text is looked for in, in small letters. */
  searchText: string;
  /** What its band is drawn from; null without an estimate. */
  value: (UncertainValue & { stage: string }) | null;
  /** In cents: expected a year, the same at the probability of the stage, likely, and high; whole numbers. */
  cents: { expected: number; riskAdjusted: number; likely: number; high: number };
  /** What its plan covers, in days: from its stage, or its benefit if that is sooner, to the end of the ramp-up. */
  plan: { from: string; to: string } | null;
  realised: RealisedSource | null;
  decisions: ReadonlyMap<string, readonly DecisionRow[]>;
  /** When what was judged by the time has to be judged again: a KPI becomes late. */
  until: number;
  /** What has been computed of it, each with what it was computed for. */
  known: {
    point?: readonly MatrixPoint[];
    needs?: { version: string; are: NeedsThere };
    verified?: { day: string; state: VerifiedState };
    /** What it has realised in the present month, and when that was computed. */
    present?: { at: Date; part: MonthPart | null };
    /** Finished months of a year. */
    months?: { month: string; parts: MonthPart[]; running: RunningValue[] | null };
  };
}

function lateFrom({ kpis }: UseCaseListItem, now: Date): number {
  const ends = kpis.map(({ last }) => (last ? last.at.getTime() + SAMPLE_HOLD_DAYS * DAY : 0));
  // The first millisecond after which a sample does not speak any more.
  return Math.min(
    ...ends.filter((end) => end >= now.getTime()).map((end) => end + 1),
    Number.POSITIVE_INFINITY,
  );
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

function planOf({ plan, stageSince }: UseCaseListItem): BookEntry['plan'] {
  if (!plan) return null;
  const since = dayOf(stageSince);
  return {
    from: since < plan.startDate ? since : plan.startDate,
    to: dayOf(monthsAfter(new Date(plan.startDate), plan.rampUpMonths)),
  };
}

async function findSearchTexts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await readRows<{ id: string; text: string }>(
    db,
    Prisma.sql`
    SELECT u.id, u."searchText" AS text FROM "UseCase" u WHERE u.id = ANY(${ids}::uuid[])`,
  );
  // The database makes only plain letters small.
  return new Map(rows.map(({ id, text }) => [id, text.toLowerCase()]));
}

/** What it earned, and what finance says of that: of those alone that ever were in production. */
async function findEarned(db: Db, ids: readonly string[], now: Date) {
  const realised = await findRealisedSources(db, ids, now, null);
  return { realised, decisions: await findDecisions(db, [...realised.keys()], now) };
}

/** Reads entries from the database; of an id that there is none of, none. */
export async function readEntries(db: Db, ids: readonly string[], now: Date): Promise<BookEntry[]> {
  if (ids.length === 0) return [];
  const bare = await findUseCases(db, {
    where: Prisma.sql`u.id = ANY(${ids}::uuid[])`,
    orderBy: Prisma.sql`u.number`,
  });
  const active = bare.filter(({ status }) => status === 'ACTIVE').map(({ id }) => id);
  const [useCases, texts, facts, rounds, { realised, decisions }] = await Promise.all([
    withKpis(db, bare, now),
    findSearchTexts(db, ids),
    gatherFacts(db, active, now),
    findOpenRounds(db, active),
    findEarned(db, ids, now),
  ]);
  return useCases.map((useCase) => {
    const { id, range, stage } = useCase;
    return {
      useCase: Object.freeze(useCase),
      searchText: texts.get(id) ?? '',
      facts: facts.get(id),
      round: rounds.get(id),
      value: range && { ...range, probability: Number(stage.reachProbability), stage: stage.key },
      cents: {
        expected: Number(centsOf(range?.expected ?? '0.00')),
        riskAdjusted: Number(centsOf(range ? riskAdjusted(range.expected, stage.reachProbability) : '0.00')),
        likely: Number(centsOf(range?.likely ?? '0.00')),
        high: Number(centsOf(range?.high ?? '0.00')),
      },
      plan: planOf(useCase),
      realised: realised.get(id) ?? null,
      decisions: decisions.get(id) ?? new Map(),
      until: lateFrom(useCase, now),
      known: {},
    };
  });
}

/** Its point in the matrix, frozen: it is written once, however often it is sent. None without an estimate. */
export function pointOf({ known, useCase }: BookEntry): readonly MatrixPoint[] {
  known.point ??= matrixPoint(useCase).map((point) => Object.freeze(point));
  return known.point;
}

const NOTHING_VERIFIED: VerifiedState = { late: [], open: [], disputed: [], confirmed: [] };

/** Where finance stands with it; judged once a day, since days are what it is judged by. */
export function verifiedOf(entry: BookEntry, now: Date, day: string): VerifiedState {
  if (!entry.realised && entry.decisions.size === 0) return NOTHING_VERIFIED;
  const known = entry.known.verified;
  if (known?.day === day) return known.state;
  const { realised } = entry;
  const span = realised?.valued ? earnedMonths(realised.stays, realised.frozen, now) : [];
  const state = verifiedState(span, entry.decisions, now);
  entry.known.verified = { day, state };
  return state;
}

/** What it has realised in the finished months of a year that it is `months` of: computed once. */
export function finishedMonths(entry: BookEntry, months: readonly Month[]): readonly MonthPart[] {
  return entry.realised ? knownMonths(entry, entry.realised, months).parts : [];
}

/** For how long the present month stands before what ran on since is computed, in milliseconds. */
export const RUNS_ON_MS = 30_000;

/**
 * What it has realised in the last of `months`, which is the present one, until `now` or not longer than RUNS_ON_MS
 * before; null when it never earned. Computed once for all filters that it stands under.
 */
export function presentMonth(entry: BookEntry, now: Date, months: readonly Month[]): MonthPart | null {
  const known = entry.known.present;
  const age = known ? now.getTime() - known.at.getTime() : Number.POSITIVE_INFINITY;
  const begun = months.at(-1)?.from;
  if (known && age >= 0 && age < RUNS_ON_MS && begun && known.at >= begun) return known.part;
  const part = computePresentMonth(entry, now, months);
  entry.known.present = { at: now, part };
  return part;
}

function computePresentMonth(entry: BookEntry, now: Date, months: readonly Month[]): MonthPart | null {
  const { realised } = entry;
  const present = months.at(-1);
  if (!realised || !present) return null;
  const { running } = knownMonths(entry, realised, months);
  return (running && runOn(realised, running, present, now)) ?? realisedIn(realised, [present])[0] ?? null;
}

/** Null when a sample of it is younger than `now`. */
function runOn(
  realised: RealisedSource,
  running: readonly RunningValue[],
  present: Month,
  now: Date,
): MonthPart | null {
  const part: MonthPart = { cents: frozenIn(realised, present.month), possible: 0, spoken: 0 };
  const [stay] = realised.stays;
  const length = now.getTime() - Math.max(present.from.getTime(), stay?.from.getTime() ?? 0);
  if (length <= 0) return part;
  for (const [index, { retired }] of realised.earnings.entries()) {
    const found = running[index]?.(now);
    if (!found) return null;
    part.cents += centsOf(found.amount);
    if (retired) continue;
    part.possible += length;
    part.spoken += Math.round(found.covered * length);
  }
  return part;
}

function knownMonths(
  { known }: BookEntry,
  realised: RealisedSource,
  months: readonly Month[],
): NonNullable<BookEntry['known']['months']> {
  const present = months.at(-1);
  if (!present) return { month: '', parts: [], running: null };
  if (known.months?.month !== present.month) {
    const parts = realisedIn(realised, months.slice(0, -1));
    known.months = { month: present.month, parts, running: running(realised, present.from) };
  }
  return known.months;
}

/** Of one that has been in production without a break, which is how nearly all are; null for any other. */
function running({ earnings, stays }: RealisedSource, monthBegin: Date): RunningValue[] | null {
  const [stay, ...others] = stays;
  if (!stay || stay.to || others.length > 0) return null;
  const from = stay.from > monthBegin ? stay.from : monthBegin;
  return earnings.map((earning) => runningValue(samplesOf(earning.series), earning, from));
}
