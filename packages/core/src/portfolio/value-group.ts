import type { UseCaseListItem, ValueGroup } from '@jalon/contracts';
import { portfolioRange, riskAdjusted, sumMoney } from '@jalon/value';

export const DRAWS = 10_000;
/** Fixed, so that the same portfolio shows the same band to everybody, at every visit. */
export const SEED = 20_240_101;

type Valued = Pick<UseCaseListItem, 'number' | 'range' | 'stage'>;

/** What a group of use cases is worth a year: expected, risk-adjusted, and the band around the latter. */
export function valueGroup(useCases: readonly Valued[]): ValueGroup {
  const values = useCases.flatMap(({ number, range, stage }) =>
    range
      ? [
          {
            ...range,
            key: number,
            reach: stage.reachProbability,
            probability: Number(stage.reachProbability),
          },
        ]
      : [],
  );
  const { p10, p50, p90 } = portfolioRange(values, { seed: SEED, draws: DRAWS });
  return {
    count: useCases.length,
    expected: sumMoney(values.map((value) => value.expected)),
    riskAdjusted: sumMoney(values.map((value) => riskAdjusted(value.expected, value.reach))),
    band: { p10, p50, p90 },
  };
}
