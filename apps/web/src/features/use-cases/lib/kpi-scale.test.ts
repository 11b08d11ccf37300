import type { KpiSampleView } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { kpiScale } from './kpi-scale';

const now = new Date('2026-06-30T00:00:00Z');
const sample = (day: string, value: string): KpiSampleView => ({
  id: day,
  at: new Date(`${day}T00:00:00Z`),
  value,
  source: 'MANUAL',
  runId: null,
  recordedAt: new Date(`${day}T00:00:00Z`),
  corrected: false,
});
const terms = { baseline: '28.2', target: '18', tolerance: '0.5' };

describe('the scale of a KPI', () => {
  it('has baseline, target and samples in view, the higher the further up', () => {
    const samples = [sample('2026-05-01', '30'), sample('2026-06-01', '16')];
    const scale = kpiScale({ ...terms, samples }, now);
    expect(scale.from).toBeLessThan(16);
    expect(scale.to).toBeGreaterThan(30);
    expect(scale.y(28.2)).toBeLessThan(scale.y(18));
    expect(scale.points[0]?.x).toBe(0);
    for (const { x, y } of scale.points) expect(x >= 0 && x <= 1 && y > 0 && y < 1).toBe(true);
  });

  it('does not join what lies further apart than a sample speaks for', () => {
    const samples = [sample('2026-01-01', '25'), sample('2026-01-30', '24'), sample('2026-05-01', '22')];
    expect(kpiScale({ ...terms, samples }, now).runs.map((run) => run.length)).toEqual([2, 1]);
  });

  it('stands without a sample, and without any spread', () => {
    const scale = kpiScale({ baseline: '0', target: '0', tolerance: '0', samples: [] }, now);
    expect(scale.points).toEqual([]);
    expect(scale.y(0)).toBe(0.5);
  });
});
