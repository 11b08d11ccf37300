import type { BenefitType, KpiSource } from '@jalon/contracts';

/** What the checklists look at: read from the database once, then judged by pure functions. */
export interface GateFacts {
  now: Date;
  problemStatement: string;
  expectedOutcome: string;
  benefitType: BenefitType;
  ownerName: string;
  stageSince: Date;
  estimate: { id: string; expected: string; currency: string; at: Date } | null;
  kpis: { name: string; source: KpiSource; lastSampleAt: Date | null }[];
  /** The latest model version of the project. */
  model: {
    number: number;
    at: Date;
    metrics: Record<string, unknown>;
    trainingData: Record<string, unknown>;
    hasReport: boolean;
  } | null;
  /** The latest deployment that succeeded. */
  deployment: { number: number; environment: string; at: Date } | null;
  /** When each kind of job last ran to its end. */
  jobs: { train: Date | null; score: Date | null };
  /** What the worker last saw of the project's services. */
  services: { service: string; state: string; health: string }[];
}
