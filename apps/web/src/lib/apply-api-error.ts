import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { apiErrorData } from './api-error';

/**
 * Shows what the server refused at the fields that it names. Returns false when it names none of the form's,
 * so that the failure must be told elsewhere.
 * @param nameOf the form's name for a path of the API; null when the form has no such field.
 * @param describe words for a code, in the reader's language.
 */
export function applyApiError<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  error: unknown,
  nameOf: (path: string) => Path<Input> | null,
  describe: (path: string) => string,
): boolean {
  const names = (apiErrorData(error)?.details ?? []).flatMap(({ path = '' }) => {
    const name = nameOf(path);
    return name ? [{ name, message: describe(path) }] : [];
  });
  names.forEach(({ name, message }, index) => {
    form.setError(name, { type: 'server', message }, { shouldFocus: index === 0 });
  });
  return names.length > 0;
}
