import { describe, expect, it } from 'vitest';
import { readEvaluation, readRunResult } from './read-result';

describe('readRunResult', () => {
  it('reads the result of a training job', () => {
    const result = readRunResult({
      summary: 'trained on 3,118 rows',
      metrics: { auc: 0.84, note: 'x', bad: Number.NaN },
      kpis: [
        { key: 'bad-loan-share', value: 17.4, unit: '%', at: '2026-01-31T12:00:00Z' },
        { key: 'broken' },
      ],
      artifacts: ['/data/processed/predictions.csv', 3],
      report: {
        confusion: { threshold: 0.3, truePositive: 5, falsePositive: 2, falseNegative: 3, trueNegative: 10 },
        calibration: [{ from: 0, to: 0.1, predicted: 0.05, observed: 0.04, rows: 90 }, { predicted: 'x' }],
      },
    });
    expect(result?.metrics).toEqual({ auc: 0.84 });
    expect(result?.kpis).toEqual([
      { key: 'bad-loan-share', value: 17.4, unit: '%', at: '2026-01-31T12:00:00Z' },
    ]);
    expect(result?.artifacts).toEqual(['/data/processed/predictions.csv']);
    expect(result?.evaluation.confusion).toEqual({
      labels: ['positive', 'negative'],
      counts: [
        [5, 3],
        [2, 10],
      ],
    });
    expect(result?.evaluation.calibration).toEqual([{ predicted: 0.05, observed: 0.04, count: 90 }]);
  });

  it('takes anything without throwing', () => {
    expect(readRunResult(null)).toBeNull();
    expect(readRunResult([1])).toBeNull();
    expect(readRunResult({ metrics: 'x', kpis: {}, report: 4 })).toEqual({
      summary: null,
      metrics: {},
      kpis: [],
      artifacts: [],
      evaluation: { confusion: null, calibration: null },
    });
  });

  it('refuses a matrix that is not square', () => {
    const labels = ['good', 'bad'];
    expect(readEvaluation({ confusion: { labels, counts: [[1, 2]] } }).confusion).toBeNull();
    expect(
      readEvaluation({
        confusion: {
          labels,
          counts: [
            [1, 2],
            [3, 4],
          ],
        },
      }).confusion,
    ).toEqual({
      labels,
      counts: [
        [1, 2],
        [3, 4],
      ],
    });
  });
});
