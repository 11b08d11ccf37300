import { z } from 'zod';

/** The most that a draft may hold, as JSON; a form that is filled to its limits comes to about a quarter. */
export const DRAFT_BYTES = 60_000;
/** How many a person may have; the next one asks to discard one first. */
export const DRAFTS_MOST = 20;

export const draftIdInputSchema = z.object({ id: z.uuid() });
export type DraftIdInput = z.infer<typeof draftIdInputSchema>;

export const saveDraftInputSchema = z.object({
  /** Made by the form, so that the first save may be sent twice. */
  id: z.uuid(),
  /** The version that the form last read or wrote; 0 before the first save. */
  version: z.int().min(0),
  /** As it was typed: it is judged when it becomes a use case, not before. */
  values: z
    .record(z.string().max(60), z.unknown())
    .refine((values) => JSON.stringify(values).length <= DRAFT_BYTES, 'Too long for a draft'),
});
export type SaveDraftInput = z.infer<typeof saveDraftInputSchema>;

export interface DraftSummary {
  id: string;
  /** Empty before one was typed. */
  title: string;
  savedAt: Date;
}

export interface DraftView extends DraftSummary {
  version: number;
  values: Record<string, unknown>;
}
