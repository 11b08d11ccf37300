import type { SampleUseCase } from '../sample-use-case';

/** The one that is really built: its project is deployed, trained and measured on 4,454 real applications. */
export const CREDIT_SCORING: SampleUseCase = {
  title: 'Consumer credit scoring',
  problemStatement:
    'Loans for furniture and appliances are granted in the shop by rules of thumb. Of the 4,454 applications on file, 28.2 % became bad loans; each costs more than the margin of several good ones.',
  expectedOutcome:
    'Each application is scored before it is answered. Applications above the accepted risk are refused or asked for a deposit, so that fewer of the accepted loans go bad.',
  businessUnit: 'Retail credit',
  initiative: 'Safe credit',
  owner: 'credit',
  contributors: ['operations'],
  sponsor: 'Director, Retail credit',
  benefitType: 'COST_REDUCTION',
  feasibility: 4,
  risk: 3,
  tags: ['credit', 'scoring', 'tabular'],
  stage: 'proof-of-concept',
  status: 'ACTIVE',
  loggedDaysAgo: 150,
  estimates: [
    {
      daysAgo: 150,
      stage: 'idea',
      low: 500_000,
      likely: 1_500_000,
      high: 3_500_000,
      rampUpMonths: 12,
      horizonYears: 3,
      oneOffCost: 280_000,
      yearlyRunCost: 90_000,
      confidence: 'LOW',
      method: 'Workshop with risk and finance',
      assumptions:
        'About 42,000 loans a year, 1,040 euros on average. A scoring model is expected to avoid between a tenth and a half of the bad ones.',
    },
    {
      daysAgo: 20,
      stage: 'proof-of-concept',
      low: 900_000,
      likely: 1_600_000,
      high: 2_800_000,
      rampUpMonths: 9,
      horizonYears: 3,
      oneOffCost: 320_000,
      yearlyRunCost: 110_000,
      confidence: 'MEDIUM',
      method: 'Back-test on the application file',
      assumptions:
        'Assumed: 42,000 accepted loans a year at 1,039 euros (the mean of the file), 55 % lost when a loan goes bad: one point less of bad loans is worth 240,000 euros a year. Low: target half reached. High: target passed by four points. Lost margin on refused applications is left out and is why only 80 % is attributed.',
    },
  ],
  reviews: [
    {
      daysAgo: 62,
      from: 'idea',
      to: 'proof-of-concept',
      decision: 'GO',
      rationale:
        'The need is clear, the data is there and already labelled, and even the low end of the range pays for a proof of concept many times over.',
    },
  ],
  kpis: [
    {
      key: 'bad-loan-share',
      name: 'Share of bad loans among accepted applications',
      unit: '%',
      direction: 'LOWER_IS_BETTER',
      baseline: '28.2',
      baselineWindow: 'The whole file: 4,454 applications, all of them accepted',
      target: '18',
      tolerance: '0.5',
      valuePerUnit: '240000',
      attribution: '0.8',
      source: 'JOB',
      assumptions:
        'One point less, on 42,000 loans a year of 1,039 euros with 55 % lost on a bad one, is worth about 240,000 euros a year.',
      samples: [],
    },
  ],
};
