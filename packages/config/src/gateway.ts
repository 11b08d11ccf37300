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
    HOST: z.string().default('0.0.0.0'),
    PORT: port.default(3010),
    LOG_LEVEL: logLevel,
  })
  .transform((env, context) => ({
    databaseUrl: env.DATABASE_URL,
    /** The installation secret; derive keys from it, never use it itself. */
    secret: resolveSecret(env, context),
    /** Public address of the pages: where a browser that is not signed in is sent. */
    url: env.JALON_URL,
    /** Public address of the gateway itself. */
    gatewayUrl: env.JALON_GATEWAY_URL,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
  }));

export type GatewayConfig = z.output<typeof schema>;

/** What the gateway needs. Throws InvalidConfigError. */
export function readGatewayConfig(env: ConfigSource): GatewayConfig {
  return readConfig(schema, env);
}
