import { z } from 'zod';

export const auditFilterSchema = z.object({
  /** Who did it. */
  actorId: z.uuid().optional(),
  /** What was done, as it stands in the log: `gate.decided`. */
  action: z.string().max(80).optional(),
  /** Only what happened to this kind of thing, or to this very one. */
  subjectType: z.string().max(60).optional(),
  subjectId: z.string().max(120).optional(),
  /** From this moment, included, to this one, left out. */
  from: z.coerce.date().optional(),
  to: z.coerce.date().optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const listAuditEventsInput = auditFilterSchema.extend({
  /** The last id of the page before; events come newest first. */
  before: z
    .string()
    .regex(/^\d{1,19}$/)
    .nullish(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListAuditEventsInput = z.infer<typeof listAuditEventsInput>;

export interface AuditEventView {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
}

/** An event with its place in the chain; null for one that a transaction under way is still writing. */
export interface AuditLogEntry extends AuditEventView {
  actorId: string | null;
  sequence: string | null;
}

/** What the log can be filtered by: whoever and whatever stands in it. */
export interface AuditFacets {
  people: { id: string; name: string }[];
  actions: string[];
  subjectTypes: string[];
}

export interface AuditVerification {
  /** Events that were read, and the last one up to which nothing was changed, removed or slipped in. */
  checked: number;
  intactUpTo: string;
  head: { sequence: string; hash: string };
  /** What is wrong, in order of the chain; 100 at most, none for a chain that is whole. */
  faults: {
    kind: 'CONTENT' | 'LINK' | 'MISSING' | 'UNCHAINED' | 'HEAD';
    sequence: string | null;
    eventId: string | null;
  }[];
  at: Date;
}
