'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { type FieldValues, type UseFormProps, type UseFormReturn, useForm } from 'react-hook-form';
import { z } from 'zod';
import { describeIssue } from './describe-issue';

type Schema<Input extends FieldValues, Output> = z.ZodType<Output, Input>;

/**
 * A form over a schema of ours: errors come in the reader's language, and the first wrong field gets the
 * focus. Pass `errors.x?.message` to Field as it is.
 */
export function useZodForm<Input extends FieldValues, Output>(
  schema: Schema<Input, Output>,
  options: Omit<UseFormProps<Input, unknown, Output>, 'resolver'> = {},
): UseFormReturn<Input, unknown, Output> {
  const t = useTranslations('validation');
  z.config({ customError: (issue) => describeIssue(t, issue) });
  return useForm<Input, unknown, Output>({ ...options, resolver: zodResolver(schema) });
}
