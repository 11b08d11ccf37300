'use client';

import type { SavedViewItem } from '@jalon/contracts';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';

const NONE: SavedViewItem[] = [];

/** The views of the list that the reader sees, and what can be done with them; each is read again afterwards. */
export function useSavedViews() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const describe = useErrorText();
  const { data } = useQuery(trpc.savedView.list.queryOptions());
  const onSuccess = () => queries.invalidateQueries(trpc.savedView.pathFilter());
  const onError = (error: unknown) => toast({ tone: 'bad', title: describe(error).title });
  return {
    views: data ?? NONE,
    create: useMutation(trpc.savedView.create.mutationOptions({ onSuccess })),
    update: useMutation(trpc.savedView.update.mutationOptions({ onSuccess, onError })),
    remove: useMutation(trpc.savedView.remove.mutationOptions({ onSuccess })),
    setDefault: useMutation(trpc.savedView.setDefault.mutationOptions({ onSuccess, onError })),
  };
}
