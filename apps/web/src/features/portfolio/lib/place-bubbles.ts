import type { MatrixPoint } from '@jalon/contracts';

/** Where a bubble stands: shares (0 to 1) of the drawing, from its lower left corner; size in pixels. */
export interface Bubble {
  point: MatrixPoint;
  x: number;
  y: number;
  size: number;
}

export interface Scale {
  /** Amounts at the lower and the upper edge. */
  from: number;
  to: number;
  /** Amounts worth a line. */
  ticks: number[];
}

const SMALLEST = 20;
const LARGEST = 40;
const FEASIBILITIES = 5;
/** Nearer than this share of the height, two bubbles of one column would hide each other. */
const CLOSE = 0.15;
const STEPS = [1, 2, 5];

const amountOf = (point: MatrixPoint): number => Math.max(Number(point.likely), 1);

/** A logarithmic scale round the amounts, since they span two orders of magnitude, with round ticks. */
export function valueScale(points: readonly MatrixPoint[]): Scale {
  const amounts = points.map(amountOf);
  if (amounts.length === 0) return { from: 1e5, to: 1e6, ticks: [1e5, 1e6] };
  const from = Math.min(...amounts) / 1.5;
  const to = Math.max(...amounts) * 1.5;
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power += 1) {
    for (const step of STEPS) {
      const tick = step * 10 ** power;
      if (tick > from && tick < to) ticks.push(tick);
    }
  }
  return { from, to, ticks };
}

/** Height of an amount on the scale, 0 to 1. */
export function heightOf(amount: number, { from, to }: Scale): number {
  return (Math.log(Math.max(amount, from)) - Math.log(from)) / (Math.log(to) - Math.log(from));
}

/** Places each use case in the column of its feasibility; those of about the same value stand side by side. */
export function placeBubbles(points: readonly MatrixPoint[], scale: Scale): Bubble[] {
  const largest = Math.max(1, ...points.map(amountOf));
  const bubbles: Bubble[] = [];
  for (let feasibility = 1; feasibility <= FEASIBILITIES; feasibility += 1) {
    const column = points
      .filter((point) => point.feasibility === feasibility)
      .map((point) => ({ point, y: heightOf(amountOf(point), scale) }))
      .sort((left, right) => left.y - right.y);
    let run: typeof column = [];
    const flush = (): void => {
      run.forEach(({ point, y }, index) => {
        const aside = (index - (run.length - 1) / 2) * Math.min(0.09, 0.19 / run.length);
        const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(amountOf(point) / largest);
        bubbles.push({ point, x: (feasibility - 0.5) / FEASIBILITIES + aside, y, size });
      });
    };
    for (const entry of column) {
      const last = run.at(-1);
      if (last && entry.y - last.y > CLOSE) {
        flush();
        run = [];
      }
      run.push(entry);
    }
    flush();
  }
  return bubbles;
}
