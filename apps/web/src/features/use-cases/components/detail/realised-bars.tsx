import type { RealizationMonth } from '@jalon/contracts';

/** Computed over confirmed, each a bar of its own, with the forecast as a mark; `most` is the length of the whole. */
export function RealisedBars({ entry, most }: { entry: RealizationMonth; most: number }) {
  const share = (value: string | null | undefined): string =>
    `${Math.min(100, (Math.abs(Number(value ?? 0)) / most) * 100)}%`;
  const loss = Number(entry.computed) < 0;
  return (
    <span className="relative block h-4">
      <span
        className={`absolute top-0 left-0 h-1.5 rounded-sm ${loss ? 'bg-bad/70' : 'bg-accent/70'}`}
        style={{ width: share(entry.computed) }}
      />
      <span
        className="absolute bottom-0 left-0 h-1.5 rounded-sm bg-good"
        style={{ width: share(entry.decisions[0]?.confirmed) }}
      />
      {entry.forecast ? (
        <span className="absolute inset-y-0 w-px bg-ink-2" style={{ left: share(entry.forecast) }} />
      ) : null}
    </span>
  );
}
