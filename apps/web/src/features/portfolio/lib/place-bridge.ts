import type { BridgeCauseKind, PortfolioBridge } from '@jalon/contracts';

/** A bar of the waterfall: shares (0 to 1) of the drawing, from its left edge. */
export interface BridgeBar {
  kind: BridgeCauseKind | 'START' | 'END';
  amount: string;
  left: number;
  width: number;
  /** Use cases behind it. */
  count: number;
}

/** The bars from the first figure to the last: each cause begins where the one before it ended. */
export function placeBridge({ start, end, causes }: PortfolioBridge): BridgeBar[] {
  let level = Number(start);
  const spans = causes.map(({ cause, amount, count }) => {
    const begin = level;
    level += Number(amount);
    return { kind: cause, amount, count, begin, end: level };
  });
  const edges = [0, Number(start), Number(end), ...spans.map((span) => span.end)];
  const low = Math.min(...edges);
  const width = Math.max(...edges) - low || 1;
  const bar = (kind: BridgeBar['kind'], amount: string, from: number, to: number): BridgeBar => ({
    kind,
    amount,
    left: (Math.min(from, to) - low) / width,
    width: Math.abs(to - from) / width,
    count: 0,
  });
  return [
    bar('START', start, 0, Number(start)),
    ...spans.map(({ kind, amount, count, begin, end: to }) => ({
      ...bar(kind, amount, begin, to),
      count,
    })),
    bar('END', end, 0, Number(end)),
  ];
}
