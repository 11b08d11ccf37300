import { z } from 'zod';
import { environmentRef, serviceNameSchema } from './names';

/** What a masked secret looks like; never accepted as a value. */
export const SECRET_MASK = '••••••••';

/** Where a variable holds, from the nearest to the widest: of two with one name, the nearer wins. */
export const VARIABLE_SCOPES = ['SERVICE', 'ENVIRONMENT', 'PROJECT', 'USE_CASE', 'GLOBAL'] as const;
export type VariableScope = (typeof VARIABLE_SCOPES)[number];

export const variableNameSchema = z
  .string()
  .trim()
  .max(100)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/);

/** A scope as it is seen from an environment: its own, its project's, its use case's, everybody's, one of its services'. */
const variablePlace = environmentRef.extend({
  scope: z.enum(VARIABLE_SCOPES).default('ENVIRONMENT'),
  /** Name in the Compose file; for the scope SERVICE, and for no other. */
  service: serviceNameSchema.optional(),
});

function namesItsService({
  scope,
  service,
}: {
  scope: VariableScope;
  service?: string | undefined;
}): boolean {
  return (scope === 'SERVICE') === (service !== undefined);
}

const SERVICE_NEEDED = { path: ['service'], message: 'A service is named for a variable of a service only' };

/** What a variable is, wherever it is set. */
export const variableContentSchema = z.object({
  name: variableNameSchema,
  value: z
    .string()
    .max(20_000)
    .refine((value) => !/^[•*●]{3,}$/.test(value.trim()), 'This is a masked value: type the new one in full'),
  secret: z.boolean(),
});
export type VariableContent = z.infer<typeof variableContentSchema>;

export const setVariableInput = variablePlace
  .extend(variableContentSchema.shape)
  .refine(namesItsService, SERVICE_NEEDED);
export type SetVariableInput = z.infer<typeof setVariableInput>;

export const removeVariableInput = variablePlace
  .extend({ name: variableNameSchema })
  .refine(namesItsService, SERVICE_NEEDED);
export type RemoveVariableInput = z.infer<typeof removeVariableInput>;

/** One value of a variable, in one scope. */
export interface ScopedValue {
  scope: VariableScope;
  secret: boolean;
  /** Always null for a secret: it can be replaced, never read. */
  value: string | null;
  updatedAt: Date;
}

/** A variable with the value that counts. */
export interface VariableView extends ScopedValue {
  name: string;
  /** The service whose containers alone get it; null: every service, through the Compose file. */
  service: string | null;
  /** Changed since the revision that runs. */
  pending: boolean;
  /** Values of the same name in wider scopes, which this one keeps from counting, nearest first. */
  overrides: ScopedValue[];
}

export interface VariableList {
  variables: VariableView[];
  /** Needed by the Compose file and set nowhere. */
  missing: string[];
  /** Services of the saved file, which a variable can be set for. */
  services: string[];
}
