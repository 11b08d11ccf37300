import { z } from 'zod';
import type { EnvironmentSummary } from './environment';
import { slugSchema } from './names';

/** Longest Compose file that is kept, in characters. */
export const COMPOSE_TEXT_MAX = 200_000;
export const composeTextSchema = z.string().max(COMPOSE_TEXT_MAX);

/** What a new project's stack begins as. */
export const startFrom = z.discriminatedUnion('kind', [
  /** The sample of this installation: a model, PostgreSQL, Jupyter and two jobs. */
  z.object({ kind: z.literal('SAMPLE') }),
  /** Entries of the catalogue, added to an empty file in this order. */
  z.object({ kind: z.literal('CATALOGUE'), technologies: z.array(z.string().min(1).max(60)).min(1).max(10) }),
  z.object({ kind: z.literal('EMPTY') }),
  z.object({ kind: z.literal('COMPOSE'), composeText: composeTextSchema }),
]);
export type StartFrom = z.infer<typeof startFrom>;

export const createProjectInput = z.object({
  useCaseId: z.uuid(),
  name: z.string().trim().min(2).max(120),
  slug: slugSchema,
  description: z.string().trim().max(2000).default(''),
  memberIds: z.array(z.uuid()).max(100).default([]),
  start: startFrom,
});
export type CreateProjectInput = z.infer<typeof createProjectInput>;

export const projectSlugInput = z.object({ slug: z.string().max(60) });
export type ProjectSlugInput = z.infer<typeof projectSlugInput>;

export interface UseCaseReference {
  id: string;
  number: number;
  title: string;
}

export interface ProjectListItem {
  id: string;
  slug: string;
  name: string;
  useCase: UseCaseReference;
  environments: EnvironmentSummary[];
  createdAt: Date;
}

export interface ProjectMemberView {
  userId: string;
  name: string;
  role: string;
}

export interface ProjectDetail extends ProjectListItem {
  description: string;
  members: ProjectMemberView[];
  /** True when the reader may change it: a member whose role allows it, or an admin. */
  writable: boolean;
}

/** A use case that has no project yet, offered in the form of a new project. */
export interface ProjectCandidate extends UseCaseReference {
  suggestedSlug: string;
}
