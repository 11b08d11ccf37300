import type { SampleUseCase } from '../sample-use-case';
import { CREDIT_SCORING } from './credit-scoring';
import { EARLY } from './early';
import { IN_PACKAGING } from './packaging';
import { IN_PRODUCTION } from './production';
import { IN_PROTOTYPING } from './prototyping';
import { RETIRED } from './retired';

/** The whole sample portfolio; in an empty installation the first becomes UC-1. */
export const SAMPLE_USE_CASES: readonly SampleUseCase[] = [
  CREDIT_SCORING,
  ...IN_PRODUCTION,
  ...RETIRED,
  ...IN_PACKAGING,
  ...IN_PROTOTYPING,
  ...EARLY,
];
