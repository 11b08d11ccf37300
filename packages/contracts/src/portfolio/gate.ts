import { z } from 'zod';
import { GATE_DECISIONS, type GateDecision, STAGE_KEYS } from './enums';
import type { PolicyItem } from './gate-policy';
import type { StageView, Translated } from './reference';
import {
  type FindingView,
  type GateTerms,
  newFindingSchema,
  type ReviewRights,
  type RoundView,
} from './review';

/**
 * MET and NOT_MET were looked at; NOT_AVAILABLE has nothing to look at yet; WAIVED was let pass by an approver, with a
 * reason.
 */
export const GATE_ITEM_STATES = ['MET', 'NOT_MET', 'NOT_AVAILABLE', 'WAIVED'] as const;
export type GateItemState = (typeof GATE_ITEM_STATES)[number];

/** One line of a checklist. The evidence is a key: `gate.evidence.<evidence.key>` in the pages. */
export interface GateItem {
  key: string;
  state: GateItemState;
  /** What was looked at, and when it was from. */
  evidence: { key: string; values: Record<string, string | number> };
  /** As the policy has it; what was decided before there were policies has none: `gate.items.<key>` then. */
  policy?: PolicyItem;
  /** What a person answered: text, the label of a choice, or a document. */
  answer?: { value: string; text: Translated | string; url: string | null; by: string; at: Date | string };
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
  /** Of the round as it was judged: a later answer answers STALE_VERSION. Left out where there is no round. */
  revision: z.int().min(1).optional(),
  /** What must follow: one or more for a conditional go, none for anything else. */
  findings: z.array(newFindingSchema).max(20).default([]),
});
export type DecideGateInput = z.infer<typeof decideGateInputSchema>;

/** A checklist, judged. */
export interface Tally {
  met: number;
  /** Required items that stand in the way. */
  open: number;
  ready: boolean;
}

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
    terms: GateTerms;
  } | null;
  /** Null when no review has been asked for. */
  round: RoundView | null;
  /** Of every round, the open ones first. */
  findings: FindingView[];
  rights: ReviewRights;
  /** Who may own a finding, or be lent an approval. */
  people: { id: string; name: string }[];
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
