import { z } from 'zod';

/** More would be no help to anybody who looks for one. */
export const SAVED_VIEWS_MAX = 50;

const nameSchema = z.string().trim().min(2, 'At least two characters').max(60, 'At most 60 characters');

/** What stands behind the question mark of the list's address; what a later version does not know any more is passed over. */
const querySchema = z
  .string()
  .max(2000)
  .regex(/^[\w.~!*'(),%+=&-]*$/, 'A query of the list’s address');

export const createSavedViewInputSchema = z.object({
  name: nameSchema,
  query: querySchema,
  shared: z.boolean().default(false),
});
export type CreateSavedViewInput = z.infer<typeof createSavedViewInputSchema>;

export const updateSavedViewInputSchema = createSavedViewInputSchema.extend({
  id: z.uuid(),
  shared: z.boolean(),
  /** The version the change was made on; a later one in the database answers STALE_VERSION. */
  version: z.int().min(1),
});
export type UpdateSavedViewInput = z.infer<typeof updateSavedViewInputSchema>;

export const savedViewIdInputSchema = z.object({ id: z.uuid() });
/** Null for none: the list then opens as it is. */
export const defaultViewInputSchema = z.object({ id: z.uuid().nullable() });

/** A way to look at the list, by name. */
export interface SavedViewItem {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  version: number;
  owner: { id: string; name: string };
  /** The reader may rename, change and delete it. */
  mine: boolean;
  /** The reader's list opens with it. */
  isDefault: boolean;
}
