import { z } from 'zod';
import { environmentRef } from './names';

/** What a masked secret looks like; never accepted as a value. */
export const SECRET_MASK = '••••••••';

export const variableNameSchema = z
  .string()
  .trim()
  .max(100)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/);

export const setVariableInput = environmentRef.extend({
  name: variableNameSchema,
  value: z
    .string()
    .max(20_000)
    .refine((value) => !/^[•*●]{3,}$/.test(value.trim()), 'This is a masked value: type the new one in full'),
  secret: z.boolean(),
});
export type SetVariableInput = z.infer<typeof setVariableInput>;

export const removeVariableInput = environmentRef.extend({ name: variableNameSchema });
export type RemoveVariableInput = z.infer<typeof removeVariableInput>;

export interface VariableView {
  name: string;
  secret: boolean;
  /** Always null for a secret: it can be replaced, never read. */
  value: string | null;
  updatedAt: Date;
  /** Changed since the revision that runs. */
  pending: boolean;
}

export interface VariableList {
  variables: VariableView[];
  /** Needed by the Compose file and set nowhere. */
  missing: string[];
}
