import { z } from 'zod';
import { databaseUrl, httpUrl, logLevel } from './fields';
import { type ConfigSource, readConfig } from './read';

const schema = z
  .object({
    DATABASE_URL: databaseUrl,
    JALON_MIGRATIONS_DIR: z.string().default('prisma/migrations'),
    JALON_URL: httpUrl.default('http://localhost:3000'),
    LOG_LEVEL: logLevel,
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    /** Folder of the migrations to apply. */
    migrationsDir: env.JALON_MIGRATIONS_DIR,
    /** Public address of the pages, for the set-up link. */
    url: env.JALON_URL,
    logLevel: env.LOG_LEVEL,
  }));

export type MigrateConfig = z.output<typeof schema>;

/** What the one-shot migration process needs. Throws InvalidConfigError. */
export function readMigrateConfig(env: ConfigSource): MigrateConfig {
  return readConfig(schema, env);
}
