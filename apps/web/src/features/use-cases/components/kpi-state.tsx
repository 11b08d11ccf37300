'use client';

import type { KpiState } from '@jalon/contracts';
import { Badge, Status, type Tone } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';

const TONES: Record<KpiState, Tone> = {
  ON_TARGET: 'good',
  OFF_TARGET: 'bad',
  LATE: 'warn',
  NO_SAMPLES: 'idle',
};

/** Where a KPI stands, as colour, icon and word. */
export function KpiStateLabel({ state, badge = false }: { state: KpiState; badge?: boolean }) {
  const t = useTranslations('kpi.state');
  const Component = badge ? Badge : Status;
  return <Component tone={TONES[state]}>{t(state)}</Component>;
}
