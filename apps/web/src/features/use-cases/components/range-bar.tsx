import { clsx } from 'clsx';

export interface RangeBarProps {
  low: string | number;
  likely: string | number;
  high: string | number;
  /** The whole width stands for this much; the same for all bars that are compared. */
  max: number;
  className?: string;
}

const percent = (share: number): string => `${Math.min(100, Math.max(0, share * 100)).toFixed(2)}%`;

/** A range drawn as a bar from low to high with a tick at likely. A drawing only: its figures stand beside it. */
export function RangeBar({ low, likely, high, max, className }: RangeBarProps) {
  const at = (value: string | number): number => (max > 0 ? Number(value) / max : 0);
  return (
    <span aria-hidden className={clsx('relative block h-2.5', className)}>
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span
        className="absolute inset-y-0.5 min-w-1 rounded-full bg-accent/30"
        style={{ left: percent(at(low)), width: percent(at(high) - Math.max(0, at(low))) }}
      />
      <span
        className="-ml-px absolute inset-y-0 w-0.5 rounded-full bg-accent"
        style={{ left: percent(at(likely)) }}
      />
    </span>
  );
}
