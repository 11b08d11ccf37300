import { z } from 'zod';

/** Addresses of pages that a project cannot take. */
const RESERVED_SLUGS: readonly string[] = ['new'];

/** Names containers, volumes and addresses: lower case, digits and single dashes. */
export const slugSchema = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .refine((slug) => !RESERVED_SLUGS.includes(slug));

/** A service's name in a Compose file. */
export const serviceNameSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-zA-Z0-9._-]+$/);

/** A volume's name in a Compose file. */
export const volumeNameSchema = serviceNameSchema;

/** Proposes a slug from a title: accents dropped, anything else becomes a dash. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40);
  return plain.replace(/-+$/, '');
}

export const projectRef = z.object({ projectId: z.uuid() });
export type ProjectRef = z.infer<typeof projectRef>;

export const environmentRef = z.object({ environmentId: z.uuid() });
export type EnvironmentRef = z.infer<typeof environmentRef>;
