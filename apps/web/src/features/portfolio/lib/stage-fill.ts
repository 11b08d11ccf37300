/** One colour that deepens from stage to stage, so that the order is read in grey as well. */
const SHARES = [14, 32, 52, 76, 100];

/** Ground and text of a stage, by its position from 1 to 5; the text keeps its contrast on the ground. */
export function stageFill(position: number): { background: string; color: string } {
  const share = SHARES[Math.min(Math.max(position, 1), SHARES.length) - 1] ?? 100;
  return {
    background: `color-mix(in oklab, var(--color-accent) ${share}%, var(--color-canvas))`,
    color: share > 60 ? 'var(--color-on-accent)' : 'var(--color-ink)',
  };
}
