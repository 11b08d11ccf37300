'use client';

import type { DeploymentStatus, StepStatus } from '@jalon/contracts';
import { Status, type Tone } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';

const TONES: Record<DeploymentStatus, Tone> = {
  QUEUED: 'idle',
  BUILDING: 'busy',
  PULLING: 'busy',
  APPLYING: 'busy',
  VERIFYING: 'busy',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  REVERTED: 'warn',
  CANCELLED: 'idle',
};

/** Where a deployment is, or how it ended. */
export function DeploymentStatusWord({
  status,
  cancelling,
}: {
  status: DeploymentStatus;
  cancelling?: boolean;
}) {
  const t = useTranslations('deployment');
  if (cancelling) return <Status tone="busy">{t('cancelling')}</Status>;
  return <Status tone={TONES[status]}>{t(`status.${status}`)}</Status>;
}

const STEP_TONES: Record<StepStatus, Tone> = {
  PENDING: 'idle',
  RUNNING: 'busy',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  SKIPPED: 'idle',
};

export function StepStatusWord({ status }: { status: StepStatus }) {
  const t = useTranslations('deployment');
  return <Status tone={STEP_TONES[status]}>{t(`step.${status}`)}</Status>;
}
