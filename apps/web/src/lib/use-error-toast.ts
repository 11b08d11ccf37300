'use client';

import { useToast } from '@jalon/ui/toast';
import { useErrorText } from './use-error-text';

/** For `onError` of a mutation that has no form to show the failure in. */
export function useErrorToast(): (error: unknown) => void {
  const toast = useToast();
  const describe = useErrorText();
  return (error) => {
    const { title, detail, reference } = describe(error);
    toast({ tone: 'bad', title, detail: [detail, reference].filter(Boolean).join(' ') || undefined });
  };
}
