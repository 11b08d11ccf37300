'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/react';

/** Reads again all that a review appears in. */
export function useGateChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      [trpc.gate, trpc.useCase, trpc.portfolio].map((area) => queries.invalidateQueries(area.pathFilter())),
    );
  };
}
