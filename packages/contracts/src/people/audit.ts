import { z } from 'zod';

export const listAuditEventsInput = z.object({
  /** Only what happened to this kind of thing. */
  subjectType: z.string().max(60).optional(),
  /** The last id of the page before; events come newest first. */
  before: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
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
