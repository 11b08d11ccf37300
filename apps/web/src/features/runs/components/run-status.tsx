'use client';

import type { RunStatus } from '@jalon/contracts';
import { Status, type Tone } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';

const TONES: Record<RunStatus, Tone> = {
  QUEUED: 'idle',
  RUNNING: 'busy',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  CANCELLED: 'idle',
};

export function RunStatusWord({ status, cancelling }: { status: RunStatus; cancelling?: boolean }) {
  const t = useTranslations('run');
  if (cancelling) return <Status tone="busy">{t('cancelling')}</Status>;
  return <Status tone={TONES[status]}>{t(`status.${status}`)}</Status>;
}
