'use client';

import type { ErrorCode } from '@jalon/contracts';
import { useTranslations } from 'next-intl';
import { apiErrorData } from './api-error';

export interface ErrorText {
  /** What happened, in the reader's language. */
  title: string;
  /** The machine's own words, where they are what helps: a line of a file, a name of an image. */
  detail: string | null;
  /** “Error id …”, when there is one in the log. */
  reference: string | null;
}

/** Codes whose message names something that only the server knows, and so is worth showing as it is. */
const TECHNICAL: ReadonlySet<ErrorCode> = new Set([
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
  'JOB_FAILED',
  'MODEL_UNREACHABLE',
  'PREDICTION_INVALID',
]);

/** Puts a failure of the API into words. */
export function useErrorText(): (error: unknown) => ErrorText {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  return (error) => {
    const data = apiErrorData(error);
    if (!data) return { title: t('NETWORK'), detail: null, reference: null };
    const technical = TECHNICAL.has(data.code) && error instanceof Error;
    return {
      title: t(data.code),
      detail: technical ? error.message : null,
      reference: data.errorId ? common('errorReference', { id: data.errorId }) : null,
    };
  };
}
