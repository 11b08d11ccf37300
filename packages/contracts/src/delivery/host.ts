import { z } from 'zod';
import { capabilityTrouble, plainCapability } from '../engine/capability';

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
  allowance: HostAllowance;
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

/** A capability by its plain name, if it is one that can be allowed. */
const capability = z.string().transform((text, context) => {
  const name = plainCapability(text.trim()) ?? '';
  const trouble = capabilityTrouble(name, [name]);
  if (trouble === null) return name;
  const says =
    trouble === 'NEVER' ? 'gives the host away and can be allowed by nobody' : 'is no Linux capability';
  context.addIssue({ code: 'custom', message: `"${text.slice(0, 40)}" ${says}.` });
  return z.NEVER;
});

const port = z.int().min(1).max(65_535);

/** What stacks may have on a host beyond the default, which allows none of it, and which of its ports they may not take. */
export const hostAllowanceSchema = z.object({
  /** Folders of the host that may be mounted, each exactly as it is written; not what is below them. */
  bindSources: z.array(z.string().trim().max(500).regex(/^\//)).max(50).default([]),
  /** Ports below 1024 that may be published. */
  privilegedPorts: z.array(port.max(1023)).max(50).default([]),
  /** Ports that no stack may publish: those of other programs on the host. */
  reservedPorts: z.array(port).max(200).default([]),
  /** Linux capabilities that a service may add to none, by their names without `CAP_`. */
  capabilities: z.array(capability).max(50).default([]),
});
export type HostAllowance = z.infer<typeof hostAllowanceSchema>;

export const allowOnHostInputSchema = z.object({ hostId: z.uuid(), allowance: hostAllowanceSchema });
export type AllowOnHostInput = z.infer<typeof allowOnHostInputSchema>;
