import type { Logger } from '@jalon/logger';

/** The part of the process's logger that the engine uses. */
export type EngineLogger = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
