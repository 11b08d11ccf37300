'use client';

import type { UpdateManyInput, UseCaseListItem, UseCasePatch } from '@jalon/contracts';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { undoOf } from '../lib/bulk-edits';
import { refusalsIn, useRefusalText } from './use-refusal-text';

/**
 * Changes many use cases as they were on the page, and says how many changed, with a way back. What the list shows is
 * read again, whether it went well or not.
 */
export function useUpdateMany() {
  const t = useTranslations('bulk');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const describe = useErrorText();
  const refusalText = useRefusalText();
  const onSettled = () =>
    Promise.all(
      [trpc.useCase, trpc.gate, trpc.portfolio, trpc.reference].map((area) =>
        queries.invalidateQueries(area.pathFilter()),
      ),
    );
  const change = useMutation(trpc.useCase.updateMany.mutationOptions({ onSettled }));
  const back = useMutation(
    trpc.useCase.updateMany.mutationOptions({
      onSettled,
      onSuccess: ({ changed }) => toast({ tone: 'good', title: t('undone', { count: changed.length }) }),
      onError: (error) => {
        const refused = refusalsIn(error).map((refusal) => `${refusal.path}: ${refusalText(refusal)}`);
        const title = refused.length > 0 ? t('notUndone') : describe(error).title;
        toast({ tone: 'bad', title, detail: refused.join(' ') || undefined });
      },
    }),
  );
  /** @param rows as they were when the person decided: their versions are what the edit is made on. */
  const run = async (rows: readonly UseCaseListItem[], patch: UseCasePatch): Promise<void> => {
    const input: UpdateManyInput = { edits: rows.map(({ id, version }) => ({ id, version, patch })) };
    const result = await change.mutateAsync(input);
    const { length: count } = result.changed;
    const same = rows.length - count;
    toast({
      tone: 'good',
      title: t('done', { count }),
      detail: same > 0 ? t('same', { count: same }) : undefined,
      action:
        count > 0
          ? { label: t('undo'), onClick: () => back.mutate(undoOf(rows, patch, result, t('undoReason'))) }
          : undefined,
    });
  };
  return { run, change };
}
