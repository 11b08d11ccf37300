import { z } from 'zod';
import { databaseUrl, httpUrl, logLevel, port } from './fields';
import { type ConfigSource, readConfig } from './read';
import { resolveSecret, secretFields } from './secret';

const schema = z
  .object({
    DATABASE_URL: databaseUrl,
    ...secretFields,
    JALON_URL: httpUrl.default('http://localhost:3000'),
    JALON_GATEWAY_URL: httpUrl.default('http://localhost:3010'),
    JALON_GATEWAY_INTERNAL_URL: httpUrl.optional(),
    JALON_WORKER_URL: httpUrl.default('http://127.0.0.1:3020'),
    JALON_CONTENT_DIR: z.string().default('.'),
    HOST: z.string().default('0.0.0.0'),
    PORT: port.default(3000),
    LOG_LEVEL: logLevel,
  })
  .transform((env, context) => ({
    databaseUrl: env.DATABASE_URL,
    /** The installation secret; derive keys from it, never use it itself. */
    secret: resolveSecret(env, context),
    /** Public address of the pages. */
    url: env.JALON_URL,
    /** Public address of the gateway. */
    gatewayUrl: env.JALON_GATEWAY_URL,
    /** Where this process reaches the gateway. */
    gatewayInternalUrl: env.JALON_GATEWAY_INTERNAL_URL ?? env.JALON_GATEWAY_URL,
    /** Where this process reaches the worker's stream endpoint. */
    workerUrl: env.JALON_WORKER_URL,
    /** Folder that holds docker/ and samples/. */
    contentDir: env.JALON_CONTENT_DIR,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
  }));

export type WebConfig = z.output<typeof schema>;

/** What web needs. Throws InvalidConfigError. */
export function readWebConfig(env: ConfigSource): WebConfig {
  return readConfig(schema, env);
}
