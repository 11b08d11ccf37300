/** True for the refusal of a procedure that found nothing for this person. By its code: the class is the backend's own copy. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'NOT_FOUND';
