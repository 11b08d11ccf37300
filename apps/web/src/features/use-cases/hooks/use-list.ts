'use client';

import type { UseCaseFilter, UseCaseListItem } from '@jalon/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/trpc/react';
import { pageInput, type ViewOrder } from '../lib/list-page';

const NONE: UseCaseListItem[] = [];

/** The list in an order, page after page; `more` is asked for the next when the end of what is there comes in sight. */
export function useList(filter: UseCaseFilter, order: ViewOrder) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.useCase.list.infiniteQueryOptions(pageInput(filter, order), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? NONE, [data]);
  return {
    query,
    items,
    total: data?.pages[0]?.total ?? 0,
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
