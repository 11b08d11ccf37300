import { z } from 'zod';
import { databaseUrl, httpUrl, logLevel, port } from './fields';
import { type ConfigSource, readConfig } from './read';
import { resolveSecret, secretFields } from './secret';

const schema = z
  .object({
    DATABASE_URL: databaseUrl,
    ...secretFields,
    DOCKER_HOST: z
      .string()
      .regex(/^(unix|tcp|http|https|ssh):\/\//, 'must begin with unix://, tcp:// or ssh://')
      .default('unix:///var/run/docker.sock'),
    JALON_CONTENT_DIR: z.string().default('.'),
    JALON_PYTHON_BASE: z.string().default('jalon/python-base:bookworm'),
    JALON_GATEWAY_CONTAINER: z.string().optional(),
    JALON_GATEWAY_URL: httpUrl.default('http://localhost:3010'),
    HOST: z.string().default('127.0.0.1'),
    PORT: port.default(3020),
    LOG_LEVEL: logLevel,
  })
  .transform((env, context) => ({
    databaseUrl: env.DATABASE_URL,
    /** The installation secret; derive keys from it, never use it itself. */
    secret: resolveSecret(env, context),
    /** Endpoint of the local Docker engine. */
    dockerHost: env.DOCKER_HOST,
    /** Folder that holds docker/ and samples/. */
    contentDir: env.JALON_CONTENT_DIR,
    /** Image that a build context without BASE_IMAGE is built on. */
    pythonBase: env.JALON_PYTHON_BASE,
    /** Name of the gateway's own container, when it is one: it joins each stack's network. */
    gatewayContainer: env.JALON_GATEWAY_CONTAINER ?? null,
    gatewayUrl: env.JALON_GATEWAY_URL,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
  }));

export type WorkerConfig = z.output<typeof schema>;

/** What the worker needs. Throws InvalidConfigError. */
export function readWorkerConfig(env: ConfigSource): WorkerConfig {
  return readConfig(schema, env);
}
