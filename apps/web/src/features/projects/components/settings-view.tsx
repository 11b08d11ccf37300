'use client';

import type { EnvironmentActionInput } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Section } from '@jalon/ui/section';
import { Tag } from '@jalon/ui/status';
import { Play, RotateCw, Square, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RemoveEnvironmentSection } from '@/features/environments/components/remove-environment-section';
import { useProject } from '../hooks/use-project';
import { ActionDialog } from './action-dialog';
import { HealingSection } from './healing-section';

type Action = EnvironmentActionInput['action'];

const ICONS = { STOP: Square, START: Play, RESTART: RotateCw, REMOVE: Trash2 } as const;
const ACTIONS: readonly Action[] = ['STOP', 'START', 'RESTART', 'REMOVE'];

/** Who works here, and what can be done to the running stack, each with its consequences. */
export function SettingsView() {
  const t = useTranslations('project');
  const { project, environment, may } = useProject();
  const [asking, setAsking] = useState<Action | null>(null);
  const deployed = environment.latestDeployment !== null;
  const sensible: Record<Action, boolean> = {
    STOP: environment.desiredState === 'RUNNING',
    START: environment.desiredState === 'STOPPED',
    RESTART: environment.desiredState === 'RUNNING',
    REMOVE: deployed,
  };
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <Section title={t('members')} description={t('membersText')}>
        <ul className="flex flex-wrap gap-2">
          {project.members.map((member) => (
            <li key={member.userId}>
              <Tag>{member.name}</Tag>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('actions')} description={environment.slug}>
        <ul className="divide-y divide-line border-line border-y">
          {ACTIONS.map((action) => {
            const Icon = ICONS[action];
            return (
              <li key={action} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
                <div className="min-w-0 flex-1 basis-72">
                  <p className="font-medium">{t(`action.${action}`)}</p>
                  <p className="text-ink-2">{t(`consequence.${action}`)}</p>
                </div>
                <Button
                  variant={action === 'REMOVE' ? 'danger' : 'secondary'}
                  icon={<Icon aria-hidden size={14} />}
                  disabled={!may('deployment:write') || !sensible[action]}
                  onClick={() => setAsking(action)}
                >
                  {t(`action.${action}`)}
                </Button>
              </li>
            );
          })}
        </ul>
        {may('deployment:write') ? null : <p className="mt-2 text-ink-3">{t('readOnly')}</p>}
      </Section>
      <HealingSection />
      <RemoveEnvironmentSection />
      <ActionDialog action={asking} onClose={() => setAsking(null)} />
    </div>
  );
}
