import { z } from 'zod';
import type { DeploymentSummary } from './deployment';
import { environmentRef, projectRef } from './names';
import type { PlanFindings } from './plan-preview';
import type { TextFiles } from './project-file';

const revisionNumber = z.int().positive();

export const listRevisionsInput = projectRef.extend({
  /** Only those made for this environment. */
  environmentId: z.uuid().optional(),
  /** Only those below this number: the next page. */
  before: revisionNumber.optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListRevisionsInput = z.infer<typeof listRevisionsInput>;

export const revisionRef = projectRef.extend({ number: revisionNumber });
export type RevisionRef = z.infer<typeof revisionRef>;

export const compareRevisionsInput = projectRef.extend({ from: revisionNumber, to: revisionNumber });
export type CompareRevisionsInput = z.infer<typeof compareRevisionsInput>;

/** An environment and one of the revisions that were made for it. */
export const rollBackInput = environmentRef.extend({ number: revisionNumber });
export type RollBackInput = z.infer<typeof rollBackInput>;

export const promotionInput = environmentRef.extend({
  /** What it stands on is taken. */
  fromEnvironmentId: z.uuid(),
});
export type PromotionInput = z.infer<typeof promotionInput>;

export const promoteInput = promotionInput.extend({
  /** The revision that was reviewed: what is promoted is what was shown. */
  number: revisionNumber,
  note: z.string().trim().max(500).default(''),
});
export type PromoteInput = z.infer<typeof promoteInput>;

export interface RevisionSummary {
  id: string;
  number: number;
  /** Slug of the environment that it was made for; empty where nobody knows it. */
  environment: string;
  note: string;
  author: string | null;
  createdAt: Date;
  promotedFrom: { number: number; environment: string } | null;
  /** Slugs of the environments that stand on it. */
  currentIn: string[];
  /** It ran in its environment, so that environment can be rolled back to it. */
  ran: boolean;
}

/** A variable as a revision keeps it. */
export interface RevisionVariable {
  name: string;
  secret: boolean;
  /** Null for a secret, and for a reader who may not read configuration. */
  value: string | null;
}

export interface RevisionImage {
  service: string;
  /** A tag that names its content, or the image's id. */
  image: string;
}

export interface RevisionDetail extends RevisionSummary {
  projectId: string;
  /** Null when its environment is gone. */
  environmentId: string | null;
  composeText: string;
  files: TextFiles;
  variables: RevisionVariable[];
  images: RevisionImage[];
  deployments: DeploymentSummary[];
}

/** An image that a revision stands for and that the host lacked when it was last looked at. */
export interface AbsentImage {
  service: string;
  image: string;
}

export interface RollBackPreview extends PlanFindings {
  number: number;
  absentImages: AbsentImage[];
}

export interface PromotionPreview extends PlanFindings {
  /** The revision that would be taken. */
  number: number;
  from: string;
  to: string;
  absentImages: AbsentImage[];
  /** Services whose image the other host has no way to; empty on the same host. */
  unreachableImages: AbsentImage[];
}

export interface DiffLine {
  /** From 1. */
  line: number;
  text: string;
}

/** One row of two files side by side. */
export type DiffRow =
  | { kind: 'SAME'; left: number; right: number; text: string }
  | { kind: 'CHANGED'; left: DiffLine | null; right: DiffLine | null };

export const VARIABLE_CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type VariableChange = (typeof VARIABLE_CHANGES)[number];

/** A variable that two revisions do not have in common. The value of a secret is never here. */
export interface VariableDifference {
  name: string;
  change: VariableChange;
  secret: boolean;
  /** Null where it is a secret, is not there, or may not be read by this person. */
  from: string | null;
  to: string | null;
}

export interface ImageDifference {
  service: string;
  /** Null where the revision has no image of this service. */
  from: string | null;
  to: string | null;
}

/** A file of the project that two revisions do not have in common. */
export interface FileDifference {
  path: string;
  change: VariableChange;
  rows: DiffRow[];
}

export interface RevisionComparison {
  from: RevisionSummary;
  to: RevisionSummary;
  file: DiffRow[];
  files: FileDifference[];
  variables: VariableDifference[];
  /** How many have the same value in both. */
  sameVariables: number;
  images: ImageDifference[];
  sameImages: number;
}
