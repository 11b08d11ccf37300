'use client';

import { toNestErrors } from '@hookform/resolvers';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import {
  type FieldErrors,
  type FieldValues,
  type ResolverOptions,
  type ResolverResult,
  type UseFormProps,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { z } from 'zod';
import { describeIssue } from './describe-issue';

type Schema<Input extends FieldValues, Output> = z.ZodType<Output, Input>;
/** Brings the schema when the form is on the page, for a page that must not wait for it. */
type SchemaLoader<Input extends FieldValues, Output> = () => Promise<Schema<Input, Output>>;

export interface ZodFormOptions<Input extends FieldValues, Output>
  extends Omit<UseFormProps<Input, unknown, Output>, 'resolver'> {
  /** What to judge instead of what stands in the fields: a group left empty as null, for example. */
  prepare?: (values: Input) => unknown;
}

/**
 * A form over a schema of ours: errors come in the reader's language, and the first wrong field gets the
 * focus. Pass `errors.x?.message` to Field as it is. The schema's own messages are for callers of the API,
 * in English, so each finding is described anew here from its kind.
 */
export function useZodForm<Input extends FieldValues, Output>(
  source: Schema<Input, Output> | SchemaLoader<Input, Output>,
  { prepare, ...options }: ZodFormOptions<Input, Output> = {},
): UseFormReturn<Input, unknown, Output> {
  const t = useTranslations('validation');
  useEffect(() => {
    // Asked for while the first field is typed; a failure shows when the form is judged.
    if (typeof source === 'function') void source().catch(() => undefined);
  }, [source]);
  const resolver = async (
    values: Input,
    _context: unknown,
    fields: ResolverOptions<Input>,
  ): Promise<ResolverResult<Input, Output>> => {
    const schema = typeof source === 'function' ? await source() : source;
    const result = await schema.safeParseAsync(prepare?.(values) ?? values, { reportInput: true });
    if (result.success) return { values: result.data, errors: {} };
    const found: Record<string, { type: string; message: string }> = {};
    for (const issue of result.error.issues) {
      found[issue.path.join('.')] ??= { type: issue.code, message: describeIssue(t, issue) };
    }
    return { values: {}, errors: toNestErrors<Input>(found as FieldErrors<Input>, fields) };
  };
  return useForm<Input, unknown, Output>({ ...options, resolver });
}
