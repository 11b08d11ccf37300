'use client';

import { formatNumber } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { Skeleton } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useTRPC } from '@/trpc/react';
import { KpiStateLabel } from '../kpi-state';
import { KpiChart } from './kpi-chart';

/** Every KPI as a chart, to look at. */
export function KpiCharts({ useCaseId }: { useCaseId: string }) {
  const locale = useLocale();
  const kpis = useQuery(useTRPC().kpi.list.queryOptions({ useCaseId }));
  if (kpis.isPending) return <Skeleton className="h-56" />;
  return kpis.data?.map((kpi) => (
    <Section
      key={kpi.id}
      title={kpi.name}
      description={kpi.last ? `${formatNumber(kpi.last.value, locale)} ${kpi.unit}` : undefined}
      actions={<KpiStateLabel state={kpi.state} />}
    >
      <KpiChart kpi={kpi} />
    </Section>
  ));
}
