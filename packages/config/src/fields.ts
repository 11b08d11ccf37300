import { z } from 'zod';

/** A PostgreSQL connection address. */
export const databaseUrl = z
  .string('is required, like postgresql://user:password@host:5432/jalon')
  .regex(/^postgres(ql)?:\/\/.+/, 'must begin with postgresql://');

/** An http(s) address without a slash at the end, so that a path can be put behind it. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''));

/** A TCP port. */
export const port = z.coerce
  .number('must be a port')
  .int('must be a port')
  .min(1, 'must be a port')
  .max(65_535, 'must be a port');

export const logLevel = z
  .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  .default('info');
