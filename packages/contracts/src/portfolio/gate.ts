import { z } from 'zod';
import { GATE_DECISIONS, type GateDecision, STAGE_KEYS } from './enums';
import type { StageView } from './reference';

/** MET and NOT_MET were looked at; NOT_AVAILABLE has nothing to look at yet, and stops nobody. */
export const GATE_ITEM_STATES = ['MET', 'NOT_MET', 'NOT_AVAILABLE'] as const;
export type GateItemState = (typeof GATE_ITEM_STATES)[number];

/** One line of a checklist. Texts are keys: `gate.items.<key>` and `gate.evidence.<evidence.key>` in the pages. */
export interface GateItem {
  key: string;
  state: GateItemState;
  /** What was looked at, and when it was from. */
  evidence: { key: string; values: Record<string, string | number> };
}

export const decideGateInputSchema = z.object({
  useCaseId: z.uuid(),
  /** The use case and the estimate as they were judged: a later one answers STALE_VERSION. */
  version: z.int().min(1),
  estimateId: z.uuid().nullable(),
  decision: z.enum(GATE_DECISIONS),
  rationale: z
    .string()
    .trim()
    .min(10, 'Say why, in ten characters or more: it is kept for good')
    .max(5000, 'At most 5,000 characters'),
  /** For a pivot: the earlier stage to go back to; left out, the one before. */
  pivotTo: z.enum(STAGE_KEYS).optional(),
});
export type DecideGateInput = z.infer<typeof decideGateInputSchema>;

export interface GateReviewView {
  id: string;
  from: StageView;
  to: StageView;
  decision: GateDecision;
  rationale: string;
  checklist: GateItem[];
  /** The use case as it was judged. */
  snapshot: Record<string, unknown>;
  decidedBy: string;
  decidedAt: Date;
}

export interface GateView {
  /** Null when the use case is in the last stage. */
  next: {
    from: StageView;
    to: StageView;
    items: GateItem[];
    met: number;
    open: number;
    ready: boolean;
  } | null;
  /** Stages that a pivot may go back to. */
  earlier: StageView[];
  /** Newest first. */
  reviews: GateReviewView[];
  /** What decideGate wants back. */
  version: number;
  estimateId: string | null;
  /** Why the reader may not approve, null when they may. */
  refusal: 'NO_RIGHT' | 'OWN_USE_CASE' | 'CLOSED' | null;
}
