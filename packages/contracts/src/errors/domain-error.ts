/** Every error that a person can meet. One exhaustive record in `api` maps each to tRPC and HTTP. */
export const ERROR_CODES = [
  'VALIDATION',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'STALE_VERSION',
  'LOW_ABOVE_LIKELY',
  'RATE_MISSING',
  'COMPOSE_INVALID',
  'POLICY_REFUSED',
  'VARIABLE_MISSING',
  'IMAGE_NOT_FOUND',
  'BUILD_FAILED',
  'PORT_TAKEN',
  'ENGINE_UNREACHABLE',
  'ENGINE_REFUSED',
  'SERVICE_UNHEALTHY',
  'SERVICE_EXITED',
  'DEADLINE_EXCEEDED',
  'CANCELLED',
  'JOB_FAILED',
  'MODEL_UNREACHABLE',
  'PREDICTION_INVALID',
  'GATE_NOT_MET',
  'LINK_EXPIRED',
  'TOO_MANY_ATTEMPTS',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Where in the input the trouble is: a form field, or a line of a file. */
export interface ErrorDetail {
  /** File of the project, where a stack has several; absent for the main one. */
  file?: string;
  /** Dotted path of the input field, or of the key in a Compose file. */
  path?: string;
  line?: number;
  column?: number;
  /** Name of the variable that is not set, where that is what is wrong. */
  variable?: string;
  message: string;
  /** Where one error stands for many: why this one was refused. */
  code?: ErrorCode;
  /** Whoever the message names, for a page that says it in another language. */
  who?: string;
}

/**
 * An error whose message is safe to show and says what to do.
 * Anything else that is thrown is a bug: it is logged with an id and masked.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: readonly ErrorDetail[] = [],
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** True for an error made by Jalon itself, whose message may be shown. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof DomainError;
}
