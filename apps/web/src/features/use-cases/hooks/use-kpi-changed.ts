'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/react';

/** Reads again all that a KPI or a value of it appears in. */
export function useKpiChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      [trpc.kpi, trpc.useCase, trpc.gate, trpc.portfolio, trpc.realization].map((area) =>
        queries.invalidateQueries(area.pathFilter()),
      ),
    );
  };
}
