import { DomainError, type ErrorDetail } from '@jalon/contracts';
import type { ModelAnswer } from './model-client';

type Json = Record<string, unknown>;

/** An object out of an answer; empty when it is none. */
export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * What a model said instead of a prediction, under the model contract. Pure.
 *
 * 422 and 400 become PREDICTION_INVALID with one detail per field; anything else MODEL_UNREACHABLE.
 */
export function predictionError(answer: ModelAnswer): DomainError {
  const error = objectOf(objectOf(answer.body).error);
  const message = textOf(error.message);
  if (answer.status === 422 || answer.status === 400) {
    const details = fieldErrors(objectOf(answer.body));
    const fallback = 'The model does not accept these values.';
    return new DomainError('PREDICTION_INVALID', message ?? fallback, details);
  }
  if (answer.status === 503) {
    return new DomainError(
      'MODEL_UNREACHABLE',
      message ?? 'The model is not ready. Train it, then try again.',
    );
  }
  return new DomainError(
    'MODEL_UNREACHABLE',
    message ?? `The model answered ${answer.status}. Its logs say why.`,
  );
}

/** Jalon's own form, and FastAPI's (`detail: [{loc, msg}]`), which other containers may speak. */
function fieldErrors(body: Json): ErrorDetail[] {
  const { fields } = objectOf(body.error);
  if (Array.isArray(fields)) {
    return fields.map((entry) => {
      const { field, message } = objectOf(entry);
      return { path: textOf(field) ?? undefined, message: textOf(message) ?? 'is not accepted' };
    });
  }
  if (!Array.isArray(body.detail)) return [];
  return body.detail.map((entry) => {
    const { loc, msg } = objectOf(entry);
    const path = Array.isArray(loc) ? loc.filter((part) => part !== 'body').join('.') : undefined;
    return { path, message: textOf(msg) ?? 'is not accepted' };
  });
}
