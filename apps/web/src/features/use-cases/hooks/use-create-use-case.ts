'use client';

import type { CreateUseCaseInput } from '@jalon/contracts';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Path, UseFormReturn } from 'react-hook-form';
import { applyApiError } from '@/lib/apply-api-error';
import { useTRPC } from '@/trpc/react';
import type { NewUseCaseInput } from '../lib/new-use-case-form';
import type { Draft } from './use-draft';

/** Where the domain's short paths stand in this form. */
const RANGE: Record<string, Path<NewUseCaseInput>> = {
  low: 'estimate.low',
  likely: 'estimate.likely',
  high: 'estimate.high',
};

/**
 * Saves a use case and opens it. What the server refuses is shown at its field and nothing is lost; `placed`
 * says whether it was.
 */
export function useCreateUseCase(
  form: UseFormReturn<NewUseCaseInput, unknown, CreateUseCaseInput>,
  draft: Pick<Draft, 'hold' | 'release' | 'forget'>,
) {
  const t = useTranslations('useCase.form');
  const validation = useTranslations('validation');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const [placed, setPlaced] = useState(false);
  const mutation = useMutation(
    trpc.useCase.create.mutationOptions({
      onMutate: () => draft.hold(),
      onSuccess: async ({ number, title }) => {
        draft.forget();
        toast({ tone: 'good', title: t('saved', { title }) });
        router.push(`/use-cases/${number}`);
        await queries.invalidateQueries(trpc.useCase.pathFilter());
        await queries.invalidateQueries(trpc.portfolio.pathFilter());
      },
      onError: (error) => {
        draft.release();
        const nameOf = (path: string) => RANGE[path] ?? (path ? (path as Path<NewUseCaseInput>) : null);
        const describe = (path: string) =>
          path === 'low'
            ? validation('lowAboveLikely')
            : path === 'high'
              ? validation('highBelowLikely')
              : validation('invalid');
        setPlaced(applyApiError(form, error, nameOf, describe));
      },
    }),
  );
  return { ...mutation, placed };
}
