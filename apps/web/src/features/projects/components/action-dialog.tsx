'use client';

import type { EnvironmentActionInput } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { useProject } from '../hooks/use-project';

export interface ActionDialogProps {
  /** null: closed. */
  action: EnvironmentActionInput['action'] | null;
  onClose: () => void;
}

/** Names what an action does before it is asked for: which services, and that volumes stay. */
export function ActionDialog({ action, onClose }: ActionDialogProps) {
  const t = useTranslations('project');
  const common = useTranslations('common');
  const router = useRouter();
  const { environment, href } = useProject();
  const request = useMutation(
    useTRPC().deployment.request.mutationOptions({
      onSuccess: ({ id }) => router.push(href(`deployments/${id}`)),
      onError: useErrorToast(),
      onSettled: onClose,
    }),
  );
  if (!action) return null;
  const services = environment.services.map((service) => service.service).join(', ');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`ask.${action}`, { environment: environment.slug })}
      description={t(`consequence.${action}`)}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant={action === 'REMOVE' ? 'danger' : 'primary'}
            pending={request.isPending}
            onClick={() => request.mutate({ environmentId: environment.id, action })}
          >
            {t(`action.${action}`)}
          </Button>
        </>
      }
    >
      {services ? (
        <p>
          {t('concerned')} <span className="font-mono text-xs">{services}</span>
        </p>
      ) : null}
      {environment.host.unreachableSince ? <p className="mt-2 text-warn">{t('waitsForEngine')}</p> : null}
    </Dialog>
  );
}
