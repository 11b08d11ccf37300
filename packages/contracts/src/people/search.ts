import { z } from 'zod';

export const findByNameInput = z.object({ text: z.string().trim().max(100) });
export type FindByNameInput = z.infer<typeof findByNameInput>;

/** What the palette offers besides pages: what carries a name. */
export interface FoundByName {
  useCases: { number: number; title: string }[];
  projects: { slug: string; name: string }[];
}
