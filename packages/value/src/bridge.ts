import { BRIDGE_CAUSES, type BridgeCauseKind, STAGE_KEYS, type StageKey } from '@jalon/contracts';
import { type Exact, exact, sumMoney, toMoney, ZERO } from './money';
import { riskAdjusted } from './range';

/** A use case at one of the two moments. */
export interface BridgePoint {
  stage: StageKey;
  /** Neither on hold nor closed: only what is active counts. */
  active: boolean;
  /** Belongs to the selection that is looked at. */
  selected: boolean;
  /** Expected EBITDA a year, money; null without an estimate. */
  expected: string | null;
}

/** A use case at both moments; null where it was not recorded yet, or no more. */
export interface BridgeCase {
  id: string;
  before: BridgePoint | null;
  after: BridgePoint | null;
}

/** Probability (0 to 1) of reaching production, by stage. */
export type ReachByStage = Readonly<Record<StageKey, string>>;

export interface Bridge {
  start: string;
  end: string;
  change: string;
  /** Only what occurred, in the order of BRIDGE_CAUSES. */
  causes: { cause: BridgeCauseKind; amount: string; cases: { id: string; amount: string }[] }[];
}

interface Step {
  cause: BridgeCauseKind;
  amount: Exact;
}

const counts = (point: BridgePoint): boolean => point.active && point.selected;

function worth(point: BridgePoint, reach: ReachByStage): Exact {
  return exact(riskAdjusted(point.expected ?? '0', reach[point.stage]));
}

function stageCause(before: StageKey, after: StageKey): BridgeCauseKind {
  if (after === 'production') return 'REALISED';
  return STAGE_KEYS.indexOf(after) > STAGE_KEYS.indexOf(before) ? 'ADVANCED' : 'SENT_BACK';
}

/** What counted at both moments: first other probabilities, then another estimate, then another stage. */
function changesOf(before: BridgePoint, after: BridgePoint, from: ReachByStage, to: ReachByStage): Step[] {
  const assumed = worth(before, to);
  const estimated = worth({ ...before, expected: after.expected }, to);
  const steps: Step[] = [];
  const assumptions = assumed.minus(worth(before, from));
  if (!assumptions.isZero()) steps.push({ cause: 'ASSUMPTIONS', amount: assumptions });
  if (before.expected !== after.expected) {
    steps.push({ cause: 'REESTIMATED', amount: estimated.minus(assumed) });
  }
  if (before.stage !== after.stage) {
    const cause = stageCause(before.stage, after.stage);
    steps.push({ cause, amount: worth(after, to).minus(estimated) });
  }
  return steps;
}

function stepsOf({ before, after }: BridgeCase, from: ReachByStage, to: ReachByStage): Step[] {
  if (before && counts(before)) {
    if (after && counts(after)) return changesOf(before, after, from, to);
    const left = after?.active === true && !after.selected;
    return [{ cause: left ? 'MOVED' : 'STOPPED', amount: worth(before, from).neg() }];
  }
  if (!after || !counts(after)) return [];
  const cause = before === null ? 'NEW' : before.selected ? 'REVIVED' : 'MOVED';
  return [{ cause, amount: worth(after, to) }];
}

/**
 * Why the risk-adjusted expected EBITDA a year of the active use cases of a selection changed between two moments. The
 * causes add up to the change exactly: each is the difference of two amounts in whole cents, and one begins where the
 * other ends. Probabilities are changed first, so that a new estimate and a new stage count at those of today.
 */
export function portfolioBridge(cases: readonly BridgeCase[], from: ReachByStage, to: ReachByStage): Bridge {
  const byCause = new Map<BridgeCauseKind, { id: string; amount: Exact }[]>();
  let start = ZERO;
  let end = ZERO;
  for (const useCase of cases) {
    if (useCase.before && counts(useCase.before)) start = start.plus(worth(useCase.before, from));
    if (useCase.after && counts(useCase.after)) end = end.plus(worth(useCase.after, to));
    for (const { cause, amount } of stepsOf(useCase, from, to)) {
      const own = byCause.get(cause);
      if (own) own.push({ id: useCase.id, amount });
      else byCause.set(cause, [{ id: useCase.id, amount }]);
    }
  }
  return {
    start: toMoney(start),
    end: toMoney(end),
    change: toMoney(end.minus(start)),
    causes: BRIDGE_CAUSES.flatMap((cause) => {
      const found = byCause.get(cause);
      if (!found) return [];
      const largestFirst = [...found].sort((left, right) => right.amount.abs().cmp(left.amount.abs()));
      const own = largestFirst.map(({ id, amount }) => ({ id, amount: toMoney(amount) }));
      return [{ cause, amount: sumMoney(own.map(({ amount }) => amount)), cases: own }];
    }),
  };
}
