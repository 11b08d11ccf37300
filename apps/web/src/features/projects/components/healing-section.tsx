'use client';

import { Checkbox } from '@jalon/ui/checkbox';
import { Section } from '@jalon/ui/section';
import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { useProject } from '../hooks/use-project';

/** Whether what was changed by something else than a deployment is put back without being asked. */
export function HealingSection() {
  const t = useTranslations('project.drift');
  const { environment, may } = useProject();
  const toast = useToast();
  const change = useMutation(
    useTRPC().environment.setHealing.mutationOptions({
      onSuccess: () => toast({ tone: 'good', title: t('saved') }),
      onError: useErrorToast(),
    }),
  );
  const chosen = change.isPending ? change.variables.healsDrift : environment.healsDrift;
  return (
    <Section title={t('setting')} description={t('settingText')}>
      <Checkbox
        label={t('heal')}
        hint={t('healText')}
        checked={chosen}
        disabled={!may('environment:write') || change.isPending}
        onChange={(event) =>
          change.mutate({ environmentId: environment.id, healsDrift: event.target.checked })
        }
      />
    </Section>
  );
}
