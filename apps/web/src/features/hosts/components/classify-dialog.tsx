'use client';

import {
  DATA_CLASSIFICATIONS,
  type DataClassification,
  type HostView,
  INFRASTRUCTURES,
  type Infrastructure,
} from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Select } from '@jalon/ui/select';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** Says what a host is and which data it may hold. */
export function ClassifyDialog({ host, onClose }: { host: HostView; onClose: () => void }) {
  const t = useTranslations('hosts.rules');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const failed = useErrorToast();
  const classify = useMutation(
    trpc.host.classify.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.host.pathFilter());
        toast({ tone: 'good', title: t('classified') });
        onClose();
      },
      onError: failed,
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    classify.mutate({
      hostId: host.id,
      infrastructure: (String(typed.get('infrastructure')) as Infrastructure) || null,
      maxClassification: String(typed.get('classification')) as DataClassification,
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('classifyNamed', { name: host.name })}
      description={t('classifyText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="classify-host" variant="primary" pending={classify.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id="classify-host" className="flex flex-col gap-4" onSubmit={submit}>
        <Field label={t('upTo')}>
          <Select name="classification" defaultValue={host.maxClassification} data-autofocus>
            {DATA_CLASSIFICATIONS.map((known) => (
              <option key={known} value={known}>
                {t(`classificationOf.${known}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('infrastructure')}>
          <Select name="infrastructure" defaultValue={host.infrastructure ?? ''}>
            <option value="">{t('unsaid')}</option>
            {INFRASTRUCTURES.map((known) => (
              <option key={known} value={known}>
                {t(`infrastructureOf.${known}`)}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  );
}
