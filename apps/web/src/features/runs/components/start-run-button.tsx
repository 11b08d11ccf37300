'use client';

import type { JobView } from '@jalon/contracts';
import { Button, type ButtonVariant } from '@jalon/ui/button';
import { useMutation } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** Runs a job of the deployed stack and goes to its log. */
export function StartRunButton({ job, variant }: { job: JobView; variant?: ButtonVariant }) {
  const t = useTranslations('run');
  const router = useRouter();
  const { environment, href } = useProject();
  const start = useMutation(
    useTRPC().run.start.mutationOptions({
      onSuccess: ({ id }) => router.push(href(`runs/${id}`)),
      onError: useErrorToast(),
    }),
  );
  const known = job.job === 'train' || job.job === 'score';
  return (
    <Button
      variant={variant}
      icon={<Play aria-hidden size={14} />}
      pending={start.isPending || start.isSuccess}
      onClick={() => start.mutate({ environmentId: environment.id, service: job.service })}
    >
      {known ? t(`start.${job.job as 'train' | 'score'}`) : t('startOther', { job: job.job })}
    </Button>
  );
}
