'use client';

import type { RouterInputs } from '@jalon/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

type Inputs = RouterInputs['comment'];

/** Adds, changes and removes comments; each `send` resolves to whether it was taken, and tells when it was not. */
export function useCommentActions() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onError = useErrorToast();
  const onSuccess = async (): Promise<void> => {
    await queries.invalidateQueries(trpc.comment.list.pathFilter());
    void queries.invalidateQueries(trpc.useCase.history.pathFilter());
  };
  const add = useMutation(trpc.comment.add.mutationOptions({ onSuccess, onError }));
  const edit = useMutation(
    trpc.comment.edit.mutationOptions({
      onSuccess,
      onError: (error) => {
        onError(error);
        // What was typed stays in the form; behind it stands what is so now.
        void queries.invalidateQueries(trpc.comment.list.pathFilter());
      },
    }),
  );
  const remove = useMutation(trpc.comment.remove.mutationOptions({ onSuccess, onError }));
  const taken = (call: Promise<unknown>): Promise<boolean> =>
    call.then(
      () => true,
      // Told by onError already.
      () => false,
    );
  return {
    add: { isPending: add.isPending, send: (input: Inputs['add']) => taken(add.mutateAsync(input)) },
    edit: { isPending: edit.isPending, send: (input: Inputs['edit']) => taken(edit.mutateAsync(input)) },
    remove: {
      isPending: remove.isPending,
      send: (input: Inputs['remove']) => taken(remove.mutateAsync(input)),
    },
  };
}
