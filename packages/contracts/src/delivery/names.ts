import { z } from 'zod';

/** Names containers, volumes and addresses: lower case, digits and single dashes. */
export const slugSchema = z
  .string()
  .trim()
  .min(2, 'At least two characters')
  .max(40, 'At most 40 characters')
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'Lower-case letters, digits and single dashes, starting with a letter',
  );

/** A service's name in a Compose file. */
export const serviceNameSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-zA-Z0-9._-]+$/, 'Letters, digits, dots, dashes and underscores');

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
