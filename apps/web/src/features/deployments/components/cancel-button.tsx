'use client';

import { Button } from '@jalon/ui/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleStop } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** Asks for a deployment to be given up: what was there before stays or comes back. */
export function CancelButton({ deploymentId, disabled }: { deploymentId: string; disabled: boolean }) {
  const t = useTranslations('deployment');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { may } = useProject();
  const cancel = useMutation(
    trpc.deployment.cancel.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.deployment.pathFilter()),
      onError: useErrorToast(),
    }),
  );
  if (!may('deployment:write')) return null;
  return (
    <Button
      icon={<CircleStop aria-hidden size={15} />}
      disabled={disabled}
      pending={cancel.isPending}
      onClick={() => cancel.mutate({ deploymentId })}
    >
      {t('cancel')}
    </Button>
  );
}
