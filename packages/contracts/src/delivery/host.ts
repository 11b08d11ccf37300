import { z } from 'zod';
/** A Docker engine as the worker last saw it. */
export interface HostView {
  id: string;
  name: string;
  endpoint: string;
  engineVersion: string;
  lastSeenAt: Date | null;
  unreachableSince: Date | null;
  lastError: string;
  /** Null: nobody has said. */
  infrastructure: Infrastructure | null;
  /** The highest classification of data that it may hold. */
  maxClassification: DataClassification;
  environments: { id: string; project: string; projectSlug: string; slug: string }[];
}

export const INFRASTRUCTURES = ['PUBLIC_CLOUD', 'PRIVATE_CLOUD', 'HYBRID', 'ON_PREMISES'] as const;
export type Infrastructure = (typeof INFRASTRUCTURES)[number];

/** In order: what may hold one may hold those before it. */
export const DATA_CLASSIFICATIONS = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'] as const;
export type DataClassification = (typeof DATA_CLASSIFICATIONS)[number];

export const classifyHostInputSchema = z.object({
  hostId: z.uuid(),
  infrastructure: z.enum(INFRASTRUCTURES).nullable(),
  maxClassification: z.enum(DATA_CLASSIFICATIONS),
});
export type ClassifyHostInput = z.infer<typeof classifyHostInputSchema>;
