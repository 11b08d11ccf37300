import type { z } from 'zod';
import { readFileVariables } from './file-variables';
import { InvalidConfigError } from './invalid-config-error';

/** Where the values come from: `process.env` in a main file, a literal in a test. */
export type ConfigSource = Readonly<Record<string, string | undefined>>;

/**
 * Parses the environment with a schema. An empty variable counts as absent, because that is what
 * Compose passes for a variable that is not set.
 * Throws InvalidConfigError naming every wrong variable, never its value.
 */
export function readConfig<T>(schema: z.ZodType<T>, source: ConfigSource): T {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(readFileVariables(given));
  if (result.success) return result.data;
  throw new InvalidConfigError(
    result.error.issues.map((issue) => `${issue.path.join('.') || 'environment'}: ${issue.message}`),
  );
}
