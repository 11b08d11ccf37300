import { randomBytes } from 'node:crypto';
import { type ErrorCode, type ErrorDetail, isDomainError } from '@jalon/contracts';
import { TRPCError } from '@trpc/server';

type TrpcCode = TRPCError['code'];

/** How each domain error travels. Exhaustive: a new code does not compile without a line here. */
const TRPC_CODES: Record<ErrorCode, TrpcCode> = {
  VALIDATION: 'BAD_REQUEST',
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  STALE_VERSION: 'CONFLICT',
  LOW_ABOVE_LIKELY: 'BAD_REQUEST',
  RATE_MISSING: 'BAD_REQUEST',
  COMPOSE_INVALID: 'BAD_REQUEST',
  POLICY_REFUSED: 'FORBIDDEN',
  VARIABLE_MISSING: 'BAD_REQUEST',
  IMAGE_NOT_FOUND: 'UNPROCESSABLE_CONTENT',
  BUILD_FAILED: 'UNPROCESSABLE_CONTENT',
  PORT_TAKEN: 'CONFLICT',
  ENGINE_UNREACHABLE: 'SERVICE_UNAVAILABLE',
  ENGINE_REFUSED: 'UNPROCESSABLE_CONTENT',
  SERVICE_UNHEALTHY: 'UNPROCESSABLE_CONTENT',
  SERVICE_EXITED: 'UNPROCESSABLE_CONTENT',
  DEADLINE_EXCEEDED: 'GATEWAY_TIMEOUT',
  CANCELLED: 'CLIENT_CLOSED_REQUEST',
  JOB_FAILED: 'UNPROCESSABLE_CONTENT',
  MODEL_UNREACHABLE: 'SERVICE_UNAVAILABLE',
  PREDICTION_INVALID: 'UNPROCESSABLE_CONTENT',
  GATE_NOT_MET: 'PRECONDITION_FAILED',
  LINK_EXPIRED: 'PRECONDITION_FAILED',
  TOO_MANY_ATTEMPTS: 'TOO_MANY_REQUESTS',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
};

/** The other way, for errors that tRPC itself makes: bad input, unknown procedure, wrong method. */
const DOMAIN_CODES: Partial<Record<TrpcCode, ErrorCode>> = {
  BAD_REQUEST: 'VALIDATION',
  PARSE_ERROR: 'VALIDATION',
  UNAUTHORIZED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  METHOD_NOT_SUPPORTED: 'VALIDATION',
  UNSUPPORTED_MEDIA_TYPE: 'VALIDATION',
  PAYLOAD_TOO_LARGE: 'VALIDATION',
};

/** What the browser gets in `error.data`. */
export interface ApiErrorData {
  code: ErrorCode;
  details: readonly ErrorDetail[];
  /** Set when the cause was masked: the same id is in the log. */
  errorId: string | null;
}

/** The error as it leaves the API: safe to show, with its domain code. */
export class ApiError extends TRPCError {
  constructor(
    code: TrpcCode,
    message: string,
    readonly data: ApiErrorData,
    cause?: unknown,
  ) {
    super({ code, message, cause });
  }
}

/**
 * Turns anything that was thrown into an error that may be shown. What Jalon did not throw on purpose is
 * masked and given an id, and handed to `onMasked` to be logged under it.
 */
export function toApiError(thrown: unknown, onMasked: (errorId: string, cause: unknown) => void): ApiError {
  if (thrown instanceof ApiError) return thrown;
  const cause = thrown instanceof TRPCError && thrown.cause ? thrown.cause : thrown;
  if (cause instanceof ApiError) return cause;
  if (isDomainError(cause)) {
    const data = { code: cause.code, details: cause.details, errorId: null };
    return new ApiError(TRPC_CODES[cause.code], cause.message, data, cause);
  }
  const known = thrown instanceof TRPCError ? DOMAIN_CODES[thrown.code] : undefined;
  if (known && thrown instanceof TRPCError) {
    const details = validationDetails(thrown.cause);
    const message = details.length > 0 ? details.map((detail) => detail.message).join(' ') : thrown.message;
    return new ApiError(thrown.code, message, { code: known, details, errorId: null }, thrown.cause);
  }
  const errorId = randomBytes(6).toString('hex');
  onMasked(errorId, cause);
  return new ApiError('INTERNAL_SERVER_ERROR', `Something went wrong on our side (${errorId}).`, {
    code: 'INTERNAL',
    details: [],
    errorId,
  });
}

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
}

/** The fields that a schema refused, from the error of any Standard Schema library. */
function validationDetails(cause: unknown): ErrorDetail[] {
  const issues = (cause as { issues?: unknown } | undefined)?.issues;
  if (!Array.isArray(issues)) return [];
  return (issues as Issue[]).map(({ message, path }) => ({
    path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }));
}
