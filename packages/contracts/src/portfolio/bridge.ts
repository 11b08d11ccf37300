import type { z } from 'zod';
import { asOfSchema, portfolioFilterSchema } from './summary';

/**
 * Why the risk-adjusted expected EBITDA of the portfolio changed between two moments, in the order of the drawing.
 * - NEW: was not recorded yet. REESTIMATED: another estimate. ADVANCED, SENT_BACK: another stage before production.
 * - REALISED: arrived in production, where the probability is a certainty.
 * - STOPPED: put on hold, rejected or retired. REVIVED: active again.
 * - MOVED: came into the selection or left it, by another unit, owner, benefit or tag.
 * - ASSUMPTIONS: another probability of reaching production for its stage.
 */
export const BRIDGE_CAUSES = [
  'NEW',
  'REVIVED',
  'REESTIMATED',
  'ADVANCED',
  'REALISED',
  'SENT_BACK',
  'STOPPED',
  'MOVED',
  'ASSUMPTIONS',
] as const;
export type BridgeCauseKind = (typeof BRIDGE_CAUSES)[number];

export const portfolioBridgeInputSchema = portfolioFilterSchema.extend({
  /** The end of the last quarter before `to` when left out. */
  from: asOfSchema.optional(),
  /** Now when left out. */
  to: asOfSchema.optional(),
});
export type PortfolioBridgeInput = z.infer<typeof portfolioBridgeInputSchema>;

/** Use cases of one cause that a bridge names; of the others it says how many they are. */
export const BRIDGE_NAMES = 50;

export interface BridgeCause {
  cause: BridgeCauseKind;
  amount: string;
  /** How many use cases are behind it. */
  count: number;
  /** The largest first, BRIDGE_NAMES at most. */
  useCases: { id: string; number: number; title: string; amount: string }[];
}

/** From one forecast to another. `start` plus the amounts of all causes is `end`, to the cent. */
export interface PortfolioBridge {
  from: Date;
  to: Date;
  currency: string;
  /** Risk-adjusted expected EBITDA a year of all active use cases: in production and in the pipeline together. */
  start: string;
  end: string;
  change: string;
  /** Only what occurred, in the order of BRIDGE_CAUSES. */
  causes: BridgeCause[];
}
