import { z } from 'zod';
import { STAGE_KEYS } from './enums';
import type { StageView } from './reference';

/** TEXT, CHOICE and FILE are answered by people; METRIC_CHECK and AUTOMATIC are looked at by Jalon. */
export const POLICY_ITEM_KINDS = ['TEXT', 'CHOICE', 'FILE', 'METRIC_CHECK', 'AUTOMATIC'] as const;
export type PolicyItemKind = (typeof POLICY_ITEM_KINDS)[number];

/** Roles in which a gate is approved. */
export const APPROVAL_ROLES = ['BUSINESS', 'ENGINEERING', 'FINANCE'] as const;
export type ApprovalRole = (typeof APPROVAL_ROLES)[number];

/** PREVENT refuses a go while items are open, WARN says so and lets it pass. */
export const GATE_ENFORCEMENTS = ['PREVENT', 'WARN'] as const;
export type GateEnforcement = (typeof GATE_ENFORCEMENTS)[number];

/** Answers that are rules for deployments. */
export const ANSWER_RULES = ['DATA_CLASSIFICATION', 'INFRASTRUCTURE', 'OPEN_SOURCE'] as const;
export type AnswerRule = (typeof ANSWER_RULES)[number];

export const METRIC_OPERATORS = ['AT_LEAST', 'AT_MOST'] as const;
export type MetricOperator = (typeof METRIC_OPERATORS)[number];

const ITEM_KEY = /^[a-z][a-z0-9-]{1,59}$/;
const text = (longest: number) => z.string().trim().min(1, 'Fill this in').max(longest);
const translatedText = z.object({ en: text(200), fr: text(200) });

/** One thing that a gate asks. */
export const policyItemSchema = z
  .object({
    key: z.string().regex(ITEM_KEY, 'Small letters, digits and hyphens, beginning with a letter'),
    kind: z.enum(POLICY_ITEM_KINDS),
    title: translatedText,
    hint: z.object({ en: z.string().max(500), fr: z.string().max(500) }).nullable(),
    /** Whether a go waits for it. */
    required: z.boolean(),
    /** Of a CHOICE. */
    choices: z
      .array(z.object({ value: text(60), label: translatedText }))
      .max(20)
      .optional(),
    /** Of a CHOICE whose answer is a rule for deployments. */
    rule: z.enum(ANSWER_RULES).optional(),
    /** Of an AUTOMATIC item: which of Jalon's checks. */
    check: text(60).optional(),
    /** Of a METRIC_CHECK: a metric of the latest model version, and its bound. */
    metric: z.object({ name: text(60), operator: z.enum(METRIC_OPERATORS), bound: z.number() }).optional(),
  })
  .superRefine((item, context) => {
    const wants = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (item.kind === 'CHOICE' && (item.choices?.length ?? 0) < 2)
      wants('choices', 'A choice needs two answers or more');
    if (item.kind === 'AUTOMATIC' && !item.check) wants('check', 'Say which check this is');
    if (item.kind === 'METRIC_CHECK' && !item.metric) wants('metric', 'Name the metric and its bound');
    if (item.rule && item.kind !== 'CHOICE') wants('rule', 'Only a choice can be a rule');
  });
export type PolicyItem = z.infer<typeof policyItemSchema>;

/** What a version of a policy says. */
export const policyContentSchema = z.object({
  enforcement: z.enum(GATE_ENFORCEMENTS),
  selfApproval: z.boolean(),
  approvals: z
    .array(z.object({ role: z.enum(APPROVAL_ROLES), count: z.int().min(1).max(9) }))
    .min(1, 'Somebody must approve')
    .refine((list) => new Set(list.map(({ role }) => role)).size === list.length, 'Name each role once'),
  items: z
    .array(policyItemSchema)
    .min(1, 'A gate asks for something')
    .max(40)
    .refine(
      (list) => new Set(list.map(({ key }) => key)).size === list.length,
      'Two items have the same key',
    ),
  /** Months between two re-approvals; null for a gate that is passed once. */
  everyMonths: z.int().min(1).max(60).nullable(),
});
export type PolicyContent = z.infer<typeof policyContentSchema>;

export const policyStageInputSchema = z.object({ from: z.enum(STAGE_KEYS) });
export type PolicyStageInput = z.infer<typeof policyStageInputSchema>;

export const savePolicyDraftInputSchema = z.object({
  from: z.enum(STAGE_KEYS),
  /** Of the draft that was edited; 0 when there was none. */
  revision: z.int().min(0),
  content: policyContentSchema,
});
export type SavePolicyDraftInput = z.infer<typeof savePolicyDraftInputSchema>;

export const publishPolicyInputSchema = z.object({
  from: z.enum(STAGE_KEYS),
  revision: z.int().min(1),
  note: z.string().trim().min(3, 'Say what has changed, in a few words').max(500),
});
export type PublishPolicyInput = z.infer<typeof publishPolicyInputSchema>;

/** A version as the pages read it. */
export interface PolicyVersionView extends PolicyContent {
  number: number;
  published: boolean;
  revision: number;
  note: string;
  author: string;
  publishedAt: Date | null;
  /** Rounds that are under way on it. */
  running: number;
}

/** A gate in the list of policies. */
export interface GatePolicySummary {
  from: StageView;
  to: StageView;
  current: { number: number; items: number; approvals: PolicyContent['approvals']; publishedAt: Date | null };
  hasDraft: boolean;
}

export interface GatePolicyView {
  from: StageView;
  to: StageView;
  /** Newest first; a draft, when there is one, is the first. */
  versions: PolicyVersionView[];
  /** Checks that an automatic item may name. */
  checks: string[];
}

export const grantApproverInputSchema = z.object({ userId: z.uuid(), role: z.enum(APPROVAL_ROLES) });
export type GrantApproverInput = z.infer<typeof grantApproverInputSchema>;

export const revokeApproverInputSchema = z.object({ grantId: z.uuid() });

/** A right to approve beyond what a person's role gives; lent until a moment, or named for good. */
export interface ApproverGrantView {
  id: string;
  name: string;
  role: ApprovalRole;
  lentBy: string | null;
  until: Date | null;
}
