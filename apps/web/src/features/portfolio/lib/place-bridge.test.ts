import type { PortfolioBridge } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { placeBridge } from './place-bridge';

const bridge = (start: string, end: string, causes: [string, string][]): PortfolioBridge => ({
  from: new Date(0),
  to: new Date(1),
  currency: 'EUR',
  start,
  end,
  change: '0.00',
  causes: causes.map(([cause, amount]) => ({ cause: cause as 'NEW', amount, count: 0, useCases: [] })),
});

describe('the waterfall', () => {
  it('begins each cause where the one before it ended', () => {
    const bars = placeBridge(
      bridge('100', '80', [
        ['NEW', '100'],
        ['STOPPED', '-120'],
      ]),
    );
    expect(bars.map(({ kind, left, width }) => [kind, left, width])).toEqual([
      ['START', 0, 0.5],
      ['NEW', 0.5, 0.5],
      ['STOPPED', 0.4, 0.6],
      ['END', 0, 0.4],
    ]);
  });

  it('stays inside when a figure is below nothing, and when there is nothing at all', () => {
    for (const { left, width } of placeBridge(bridge('-50', '50', [['NEW', '100']]))) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(1);
    }
    expect(placeBridge(bridge('0.00', '0.00', [])).map((bar) => bar.width)).toEqual([0, 0]);
  });
});
