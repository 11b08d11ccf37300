import { z } from 'zod';
import { BULK_LIMIT } from './enums';
import { changeLifecycleInputSchema } from './lifecycle';
import { tagSchema, useCaseFields } from './use-case';

const tags = z.array(tagSchema).max(20, 'At most 20 tags');

/** What a use case shall have instead; what is left out stays as it is. */
export const useCasePatchSchema = z
  .strictObject({
    businessUnit: useCaseFields.businessUnit.optional(),
    /** Empty for none. */
    initiative: useCaseFields.initiative.unwrap().optional(),
    ownerId: z.uuid().optional(),
    sponsor: useCaseFields.sponsor.unwrap().optional(),
    feasibility: useCaseFields.feasibility.unwrap().optional(),
    risk: useCaseFields.risk.unwrap().optional(),
    /** Exactly these; or only some more, or some less. */
    tags: tags.optional(),
    addTags: tags.optional(),
    removeTags: tags.optional(),
    /** On hold, or active again; kept in the history with its reason. Neither opens what is closed. */
    turn: z
      .object({ action: z.enum(['HOLD', 'RESTORE']), reason: changeLifecycleInputSchema.shape.reason })
      .optional(),
  })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), 'Say what shall change')
  .refine(
    (patch) => patch.tags === undefined || (patch.addTags === undefined && patch.removeTags === undefined),
    { path: ['tags'], message: 'Either the tags as they shall be, or those to add and to remove' },
  )
  .refine((patch) => patch.turn === undefined || Object.keys(patch).length === 1, {
    path: ['turn'],
    message: 'Putting on hold and restoring go alone: change the fields in another call',
  });
export type UseCasePatch = z.infer<typeof useCasePatchSchema>;

export const updateManyInputSchema = z.object({
  edits: z
    .array(
      z.object({
        id: z.uuid(),
        /** The version the edit was made on; a later one in the database refuses the whole call. */
        version: z.int().min(1),
        patch: useCasePatchSchema,
      }),
    )
    .min(1, 'Choose at least one use case')
    .max(BULK_LIMIT, `At most ${BULK_LIMIT} use cases at once`)
    .refine((edits) => new Set(edits.map(({ id }) => id)).size === edits.length, 'Each use case once'),
});
export type UpdateManyInput = z.infer<typeof updateManyInputSchema>;

/** Those that changed, with their new version, for whoever wants to take it back; what was so already is not among them. */
export interface UpdateManyResult {
  changed: { id: string; version: number }[];
}
