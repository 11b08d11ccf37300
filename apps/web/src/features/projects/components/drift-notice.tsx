'use client';

import type { EnvironmentSummary } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Notice } from '@jalon/ui/notice';
import { RelativeTime } from '@jalon/ui/relative-time';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCauseText } from '@/features/stack/hooks/use-cause-text';
import { useProject } from '../hooks/use-project';
import { ActionDialog } from './action-dialog';

/** Says how what runs differs from what was deployed, and offers to put it back; nothing when it does not differ. */
export function DriftNotice({
  environment,
  className,
}: {
  environment: EnvironmentSummary;
  className?: string;
}) {
  const t = useTranslations('project.drift');
  const causeText = useCauseText();
  const { may } = useProject();
  const [asking, setAsking] = useState(false);
  const { drift, host, state } = environment;
  if (!drift || host.unreachableSince || state === 'DEPLOYING') return null;
  return (
    <Notice
      tone="warn"
      className={className}
      title={t('title')}
      action={
        may('deployment:write') ? (
          <Button size="sm" onClick={() => setAsking(true)}>
            {t('putBack')}
          </Button>
        ) : null
      }
    >
      <ul className="mt-0.5 space-y-0.5">
        {drift.items.map(({ kind, name, cause }) => (
          <li key={`${kind} ${name}`}>
            <span className="font-medium">{t(`kind.${kind}`, { name })}</span>: {causeText(cause)}
          </li>
        ))}
      </ul>
      <p className="mt-1">
        {t.rich('since', { time: () => <RelativeTime date={drift.since} /> })}{' '}
        {environment.healsDrift ? t('heals') : null}
      </p>
      <ActionDialog action={asking ? 'START' : null} onClose={() => setAsking(false)} />
    </Notice>
  );
}
