'use client';

import type { UseCaseStatus } from '@jalon/contracts';
import { Badge, type Tone } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';

const TONES: Record<UseCaseStatus, Tone> = {
  ACTIVE: 'good',
  ON_HOLD: 'warn',
  REJECTED: 'bad',
  RETIRED: 'idle',
};

/** The status of a use case, as colour, icon and word. */
export function UseCaseStatusBadge({ status }: { status: UseCaseStatus }) {
  const t = useTranslations('useCase.status');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
