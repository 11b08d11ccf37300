import { z } from 'zod';
import { APPROVAL_ROLES, type ApprovalRole, type GateEnforcement, type PolicyContent } from './gate-policy';

export const APPROVAL_VERDICTS = ['APPROVED', 'OBJECTED'] as const;
export type ApprovalVerdict = (typeof APPROVAL_VERDICTS)[number];

export const FINDING_SEVERITIES = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

const useCaseId = z.uuid();
const itemKey = z.string().min(1).max(60);
const reason = z.string().trim().min(10, 'Say why, in ten characters or more').max(2000);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const requestReviewInputSchema = z.object({
  useCaseId,
  version: z.int().min(1),
  note: z.string().trim().max(2000).default(''),
});
export type RequestReviewInput = z.infer<typeof requestReviewInputSchema>;

/** Of a FILE item `value` is an address, https or http, and `label` the document's name. */
export const answerItemInputSchema = z.object({
  useCaseId,
  itemKey,
  value: z.string().trim().min(1, 'Fill this in').max(5000),
  label: z.string().trim().max(200).default(''),
});
export type AnswerItemInput = z.infer<typeof answerItemInputSchema>;

export const waiveItemInputSchema = z.object({ useCaseId, itemKey, reason });
export type WaiveItemInput = z.infer<typeof waiveItemInputSchema>;

export const giveVerdictInputSchema = z.object({
  useCaseId,
  role: z.enum(APPROVAL_ROLES),
  verdict: z.enum(APPROVAL_VERDICTS),
  comment: z.string().trim().max(2000).default(''),
  /** Of the round, as it was read. */
  revision: z.int().min(1),
});
export type GiveVerdictInput = z.infer<typeof giveVerdictInputSchema>;

export const addFeedbackInputSchema = z.object({
  useCaseId,
  text: z.string().trim().min(1, 'Fill this in').max(5000),
});
export type AddFeedbackInput = z.infer<typeof addFeedbackInputSchema>;

/** `dueDate` is a day, YYYY-MM-DD. */
export const newFindingSchema = z.object({
  title: z.string().trim().min(3, 'Say what must be done').max(500),
  severity: z.enum(FINDING_SEVERITIES),
  ownerId: z.uuid(),
  dueDate: z.string().regex(DAY, 'A day, as 2026-12-31'),
});
export type NewFinding = z.infer<typeof newFindingSchema>;

export const closeFindingInputSchema = z.object({ findingId: z.uuid(), note: reason });
export type CloseFindingInput = z.infer<typeof closeFindingInputSchema>;

/** Lends one's right to approve in a role; `until` is the last moment of it. */
export const lendApprovalInputSchema = z.object({
  toUserId: z.uuid(),
  role: z.enum(APPROVAL_ROLES),
  until: z.date(),
});
export type LendApprovalInput = z.infer<typeof lendApprovalInputSchema>;

export interface ApprovalView {
  role: ApprovalRole;
  verdict: ApprovalVerdict;
  by: string;
  onBehalfOf: string | null;
  comment: string;
  at: Date;
  /** False when an answer has changed since: it does not count any more. */
  counts: boolean;
}

export interface FindingView {
  id: string;
  roundId: string;
  title: string;
  severity: FindingSeverity;
  owner: string;
  /** YYYY-MM-DD. */
  dueDate: string;
  overdue: boolean;
  raisedBy: string;
  closed: { by: string; at: Date; note: string } | null;
  mayClose: boolean;
}

/** The round under way. */
export interface RoundView {
  requestedBy: string;
  requestedAt: Date;
  note: string;
  revision: number;
  policyNumber: number;
  feedback: { by: string; text: string; at: Date }[];
  approvals: ApprovalView[];
}

/** What the reader may do at this gate. */
export interface ReviewRights {
  request: boolean;
  answer: boolean;
  waive: boolean;
  /** Roles in which they may give a verdict. */
  approveAs: ApprovalRole[];
}

/** What a gate needs beyond its checklist. */
export interface GateTerms {
  policyNumber: number;
  enforcement: GateEnforcement;
  needed: PolicyContent['approvals'];
  /** Roles whose approvals are still missing, with how many. */
  missing: PolicyContent['approvals'];
}
