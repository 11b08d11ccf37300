import { z } from 'zod';
import type { GateDecision, StageKey } from '../portfolio/enums';

export const NOTIFICATION_KINDS = ['MENTION', 'COMMENT', 'GATE_WAITING', 'FINDING', 'DECIDED'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const listNotificationsInputSchema = z.object({
  unreadOnly: z.boolean().default(false),
  /** `next` of the page before; they come newest first. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListNotificationsInput = z.infer<typeof listNotificationsInputSchema>;

/** Which ones were read: one, or all up to the newest that was seen. */
export const markReadInputSchema = z.union([
  z.object({ id: z.string().regex(/^\d{1,18}$/) }),
  z.object({ upTo: z.string().regex(/^\d{1,18}$/) }),
]);
export type MarkReadInput = z.infer<typeof markReadInputSchema>;

export interface NotificationView {
  id: string;
  kind: NotificationKind;
  at: Date;
  readAt: Date | null;
  /** Who caused it; empty when nobody did. */
  actor: string;
  useCase: { number: number; title: string };
  commentId: string | null;
  /** How the comment begins; empty where there is none. */
  excerpt: string;
  /** The stage that the gate leads to, the decision, the finding and its day (YYYY-MM-DD). */
  data: { stage?: StageKey; decision?: GateDecision; title?: string; dueDate?: string };
}

export interface NotificationPage {
  items: NotificationView[];
  /** Of all, not of this page. */
  unread: number;
  /** Give it as `before` for the next page; null at the end. */
  next: string | null;
}
