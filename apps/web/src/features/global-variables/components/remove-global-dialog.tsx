'use client';

import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Notice } from '@jalon/ui/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { ChangeEffect } from './change-effect';

/** Asks before a variable is taken from every project, and says where that will show. */
export function RemoveGlobalDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations('globalVariables');
  const variables = useTranslations('variables');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.variable.removeGlobal.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.variable.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={variables('remove', { name })}
      description={t('removeText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="danger" pending={remove.isPending} onClick={() => remove.mutate({ name })}>
            {t('remove')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {remove.isError ? <Notice tone="bad" title={describe(remove.error).title} /> : null}
        <ChangeEffect name={name} />
      </div>
    </Dialog>
  );
}
