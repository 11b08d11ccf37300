import { z } from 'zod';

const technologyId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Lower-case letters, digits and dashes');

export const technologyInput = z.object({ technology: technologyId });

/** A text in both languages of the product. */
const localText = z.object({ en: z.string(), fr: z.string() });
export type LocalText = z.infer<typeof localText>;

/** What a `docker/catalog/<id>/technology.yaml` says. */
export const technologyFile = z.object({
  id: technologyId,
  name: z.string(),
  icon: z.string(),
  category: z.string(),
  summary: localText,
  licence: z.object({ name: z.string(), openSource: z.boolean() }),
  trust: z.string(),
  /** The services that its fragment adds. */
  services: z.array(z.string()).min(1),
  ports: z.array(z.int()),
  volumes: z.array(z.object({ name: z.string(), path: z.string(), readOnly: z.boolean() })),
  /** How the gateway serves it; null: it is not opened. */
  basePath: z.enum(['strip', 'keep']).nullable(),
  expose: z.int().nullable(),
  health: z.string(),
  resources: z.object({ cpus: z.number(), memory: z.string(), pids: z.int() }),
  variables: z.array(
    z.object({
      name: z.string(),
      description: localText,
      /** Made by Jalon when the entry is added to a stack. */
      generate: z.enum(['password']).nullable(),
      secret: z.boolean(),
      default: z.string().nullable(),
      required: z.boolean(),
    }),
  ),
  /** What was tried, and how. */
  verified: z.object({ at: z.string(), how: z.array(localText) }),
});

/** An entry of the catalogue. */
export type Technology = z.infer<typeof technologyFile> & {
  /** The fragment that is added to a Compose file. */
  composeText: string;
};
