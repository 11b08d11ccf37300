import type { EstimateInput, EstimateValue } from '@jalon/contracts';
import {
  cashFlow,
  netPresentValue,
  paybackMonths,
  pertMean,
  pertSpread,
  returnOnInvestment,
  riskAdjusted,
} from '@jalon/value';

type Figures = Pick<
  EstimateInput,
  'low' | 'likely' | 'high' | 'rampUpMonths' | 'horizonYears' | 'oneOffCost' | 'yearlyRunCost'
>;

/** Everything an estimate comes to. Throws LOW_ABOVE_LIKELY or VALIDATION, naming the field. */
export function estimateValue(
  estimate: Figures,
  reachProbability: string,
  discountRate: string,
): EstimateValue {
  const expected = pertMean(estimate);
  const investment = { ...estimate, yearlyBenefit: expected };
  return {
    expected,
    spread: pertSpread(estimate),
    reachProbability,
    riskAdjusted: riskAdjusted(expected, reachProbability),
    discountRate,
    netPresentValue: netPresentValue(investment, discountRate),
    paybackMonths: paybackMonths(investment),
    returnOnInvestment: returnOnInvestment(investment),
    cashFlow: cashFlow(investment),
  };
}
