import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  level?: LogLevel;
  /** Where the lines go; standard output when absent. */
  destination?: DestinationStream;
}

/** Key names whose value never reaches a log, at the top and up to three levels down. */
const SECRET_KEYS = [
  'password',
  'passwordHash',
  'currentPassword',
  'newPassword',
  'secret',
  'token',
  'tokenHash',
  'ciphertext',
  'authorization',
  'cookie',
  'databaseUrl',
  'DATABASE_URL',
  'JALON_SECRET',
];

const REDACTED = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]).concat(
  'headers["set-cookie"]',
  '*.headers["set-cookie"]',
);

/**
 * Makes the JSON logger of one process. `name` says which process speaks; every line carries it.
 * Secrets are replaced by key name, so log objects, never strings with secrets inside.
 */
export function createLogger(name: string, options: LoggerOptions = {}): Logger {
  return pino(
    {
      name,
      level: options.level ?? 'info',
      redact: { paths: REDACTED, censor: '[redacted]' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    options.destination ?? pino.destination({ fd: 1, sync: true }),
  );
}
