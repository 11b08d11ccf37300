import { STAGE_KEYS, type StageKey } from '@jalon/contracts';

/** A use case's way through the stages, oldest first. */
export interface Journey {
  stays: readonly { stage: StageKey; from: Date; to: Date | null }[];
  /** It was given up. */
  rejected: boolean;
}

/** What has become of the use cases that were in a stage. */
export interface Passage {
  stage: StageKey;
  entered: number;
  /** Those that went on to a later stage afterwards. */
  advanced: number;
  /** Those that went on, and those that were rejected without: the ones on which it was decided. */
  decided: number;
  /** Days of a stay that has ended; half of them are shorter. Null without any. */
  medianDays: number | null;
  /** Those that reached production afterwards. */
  reached: number;
  /** Those whose end is known: reached production, or rejected without. */
  settled: number;
}

const DAY = 86_400_000;

/** The middle of numbers: half of them are smaller; between the two in the middle of an even count. Null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper;
  return (lower + upper) / 2;
}

function passageOf(stage: StageKey, journeys: readonly Journey[]): Passage {
  const position = STAGE_KEYS.indexOf(stage);
  const there = journeys.flatMap(({ stays, rejected }) => {
    const first = stays.findIndex((stay) => stay.stage === stage);
    if (first < 0) return [];
    const after = stays.slice(first + 1);
    const advanced = after.some((stay) => STAGE_KEYS.indexOf(stay.stage) > position);
    const reached = stage === 'production' || after.some((stay) => stay.stage === 'production');
    const ended = stays.filter((stay) => stay.stage === stage && stay.to !== null);
    const days = ended.map(({ from, to }) => Math.max(0, ((to ?? from).getTime() - from.getTime()) / DAY));
    return [{ advanced, reached, rejected, days }];
  });
  return {
    stage,
    entered: there.length,
    advanced: there.filter((one) => one.advanced).length,
    decided: there.filter((one) => one.advanced || one.rejected).length,
    medianDays: median(there.flatMap((one) => one.days)),
    reached: there.filter((one) => one.reached).length,
    settled: there.filter((one) => one.reached || one.rejected).length,
  };
}

/** The passage of every stage, in order: how often it is left forwards, how long it takes, how often it leads to production. */
export function stagePassages(journeys: readonly Journey[]): Passage[] {
  return STAGE_KEYS.map((stage) => passageOf(stage, journeys));
}
