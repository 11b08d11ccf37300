'use client';

import { Status } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';

const HOUR = 3_600_000;

/** How many values are missing, by which rhythm; nothing while none is. */
export function MissingNote({ missing, cadence }: { missing: number; cadence: number | null }) {
  const t = useTranslations('kpi');
  if (missing === 0 || cadence === null) return null;
  const hours = Math.max(1, Math.round(cadence / HOUR));
  const days =
    hours < 36 ? t('everyHours', { count: hours }) : t('everyDays', { count: Math.round(hours / 24) });
  return (
    <p className="mt-1 text-xs">
      <Status tone="warn">{t('missing', { count: missing, days })}</Status>
    </p>
  );
}
