import { z } from 'zod';
import { ENVIRONMENT_KINDS } from './enums';
import { environmentRef, projectRef, slugSchema } from './names';

/** Below are ports that belong to the system of the host. */
export const hostPortSchema = z.int().min(1024).max(65_535);

/** Which environment's variables a new one begins with; null: with none of another one. */
const copyFrom = z.uuid().nullable();

export const environmentDraftInput = projectRef.extend({ copyFromId: copyFrom });
export type EnvironmentDraftInput = z.infer<typeof environmentDraftInput>;

export const createEnvironmentInput = projectRef.extend({
  kind: z.enum(ENVIRONMENT_KINDS),
  slug: slugSchema,
  hostId: z.uuid(),
  copyFromId: copyFrom,
  /** Port of the host for MODEL_PORT, where the stack has one; absent: the next that no environment has. */
  modelPort: hostPortSchema.optional(),
});
export type CreateEnvironmentInput = z.infer<typeof createEnvironmentInput>;

export const removeEnvironmentInput = environmentRef.extend({
  /** Its name, typed: what goes with it cannot be brought back. */
  slug: z.string().max(60),
});
export type RemoveEnvironmentInput = z.infer<typeof removeEnvironmentInput>;

export const setHealingInput = environmentRef.extend({ healsDrift: z.boolean() });
export type SetHealingInput = z.infer<typeof setHealingInput>;

/** What becomes of variables when an environment is made; names only. */
export interface EnvironmentDraft {
  /** Plain values that are copied. */
  copied: string[];
  /** Made anew: passwords that the catalogue or the sample generates. */
  generated: string[];
  /** Left for a person to set: secrets are never copied, and nobody generates these. */
  missing: string[];
  /** A free port for MODEL_PORT; null where the stack has none. */
  modelPort: number | null;
}

export interface CreatedEnvironment extends EnvironmentDraft {
  id: string;
  slug: string;
}

/** Why an environment cannot be removed now. */
export const REMOVAL_BLOCKS = ['DEPLOYED', 'BUSY', 'LAST'] as const;
export type RemovalBlock = (typeof REMOVAL_BLOCKS)[number];

/** What is lost with an environment, and what stays. */
export interface EnvironmentRemoval {
  blockedBy: RemovalBlock | null;
  /** Rows that go. */
  variables: number;
  deployments: number;
  runs: number;
  /** Names on the host, which stay there with what is in them. */
  volumes: string[];
  host: string;
}
