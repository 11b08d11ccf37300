import type { StageView } from './reference';

/** What has become of the use cases that were in a stage, as recorded. */
export interface StagePassage {
  /** With the probability of reaching production that is assumed. */
  stage: StageView;
  entered: number;
  /** Those that went on to a later stage; of `decided`, the others were rejected. */
  advanced: number;
  decided: number;
  /** Days of a stay that has ended; null without any. */
  medianDays: number | null;
  /** Those that reached production; of `settled`, the others were rejected. */
  reached: number;
  settled: number;
}

/** How near the forecasts that were made for the GO to production came, over the time that was measured. */
export interface ForecastAccuracy {
  /** Of a business unit or a person; null for all together. */
  id: string | null;
  name: string;
  /** The size of the sample. */
  useCases: number;
  days: number;
  forecast: string;
  realised: string;
  /** Realised ÷ forecast: 1 is as foreseen. Null when nothing was foreseen. */
  ratio: string | null;
  /** Σ |realised − forecast| ÷ Σ |forecast|: 0 is as foreseen for each. */
  error: string | null;
}

/** What the installation's own history says of its forecasts. */
export interface PortfolioTrackRecord {
  asOf: Date;
  currency: string;
  stages: StagePassage[];
  accuracy: {
    all: ForecastAccuracy;
    units: ForecastAccuracy[];
    owners: ForecastAccuracy[];
    /** Were in production, but without an estimate before it or without a measured day. */
    unknown: number;
  };
}
