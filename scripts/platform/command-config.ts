import { type ConfigSource, readConfig } from '@jalon/config';
import { z } from 'zod';

const schema = z
  .object({ DATABASE_URL: z.string().optional(), JALON_LOG_LEVEL: z.string().default('info') })
  .transform((env) => ({ databaseUrl: env.DATABASE_URL, logLevel: env.JALON_LOG_LEVEL }));

/** What the local commands read from the environment. Throws InvalidConfigError. */
export const readCommandConfig = (env: ConfigSource): z.output<typeof schema> => readConfig(schema, env);
