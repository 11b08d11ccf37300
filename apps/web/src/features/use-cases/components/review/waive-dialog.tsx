'use client';

import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/trpc/react';
import { useGateChanged } from '../../hooks/use-gate-changed';
import { useTranslated } from '../../hooks/use-translated';
import type { ItemDialogProps } from './answer-dialog';
import { ReasonDialog } from './reason-dialog';

/** Lets an item pass, for a reason that is kept. */
export function WaiveDialog({ useCaseId, item, policy, onClose }: ItemDialogProps) {
  const t = useTranslations('review');
  const say = useTranslated();
  const trpc = useTRPC();
  const toast = useToast();
  const changed = useGateChanged();
  const waive = useMutation(
    trpc.gate.waive.mutationOptions({
      onSuccess: async () => {
        await changed();
        toast({ tone: 'good', title: t('waived') });
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={`${t('waive')}: ${say(policy.title)}`}
      text={t('waiveText')}
      label={t('reason')}
      action={t('waive')}
      pending={waive.isPending}
      error={waive.error}
      onSubmit={(reason) => waive.mutate({ useCaseId, itemKey: item.key, reason })}
      onClose={onClose}
    />
  );
}
