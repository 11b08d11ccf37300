'use client';

import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** What an admin does to people; each refreshes the list and says what came of it. */
export function usePeopleActions() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const t = useTranslations('people');
  const toast = useToast();
  const fail = useErrorToast();
  const shared = {
    onSettled: () => queries.invalidateQueries(trpc.people.list.queryFilter()),
    onError: (error: unknown) => {
      if (apiErrorCode(error) === 'CONFLICT') toast({ tone: 'bad', title: t('lastAdmin') });
      else fail(error);
    },
  };
  return {
    disable: useMutation(trpc.people.disable.mutationOptions(shared)),
    enable: useMutation(trpc.people.enable.mutationOptions(shared)),
    changeRole: useMutation(trpc.people.changeRole.mutationOptions(shared)),
    revokeInvitation: useMutation(trpc.people.revokeInvitation.mutationOptions(shared)),
    done: (title: string) => toast({ tone: 'good', title }),
  };
}
