import type { KpiView } from '@jalon/contracts';

export interface ChartPoint {
  id: string;
  at: Date;
  value: number;
  /** Shares (0 to 1) of the drawing, from its upper left corner. */
  x: number;
  y: number;
}

export interface KpiScale {
  from: number;
  to: number;
  /** Height of a value, 0 at the top. */
  y: (value: number) => number;
  points: ChartPoint[];
  /** Runs without a gap: only those are joined by a line. */
  runs: ChartPoint[][];
  start: Date;
  end: Date;
}

const DAY = 86_400_000;
const MARGIN = 0.12;
const SHORTEST_DAYS = 30;
/** A sample speaks for so long; what is further apart is not joined. */
const HOLD_DAYS = 35;

/** Scales a KPI's samples with its baseline and target in view. */
export function kpiScale(
  kpi: Pick<KpiView, 'baseline' | 'target' | 'tolerance' | 'samples'>,
  now: Date,
): KpiScale {
  const values = kpi.samples.map((sample) => Number(sample.value));
  const [baseline, target, tolerance] = [Number(kpi.baseline), Number(kpi.target), Number(kpi.tolerance)];
  const lowest = Math.min(baseline, target - tolerance, ...values);
  const highest = Math.max(baseline, target + tolerance, ...values);
  const room = (highest - lowest || Math.abs(highest) || 1) * MARGIN;
  const [from, to] = [lowest - room, highest + room];
  const y = (value: number): number => 1 - (value - from) / (to - from);
  const first = kpi.samples[0]?.at.getTime() ?? now.getTime();
  const start = Math.min(first, now.getTime() - SHORTEST_DAYS * DAY);
  const end = Math.max(now.getTime(), kpi.samples.at(-1)?.at.getTime() ?? 0);
  const points = kpi.samples.map((sample) => {
    const value = Number(sample.value);
    return {
      id: sample.id,
      at: sample.at,
      value,
      x: (sample.at.getTime() - start) / (end - start),
      y: y(value),
    };
  });
  const runs: ChartPoint[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && point.at.getTime() - last.at.getTime() <= HOLD_DAYS * DAY) run.push(point);
    else runs.push([point]);
  }
  return { from, to, y, points, runs, start: new Date(start), end: new Date(end) };
}
