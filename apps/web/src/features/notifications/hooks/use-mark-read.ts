'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** Marks one notification as read, or all up to one. */
export function useMarkRead() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onError = useErrorToast();
  return useMutation(
    trpc.notification.markRead.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.notification.pathFilter()),
      onError,
    }),
  );
}
