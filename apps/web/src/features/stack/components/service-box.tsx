'use client';

import { type DrawnService, isReady, type ServiceStateView } from '@jalon/contracts';
import { formatBytes, formatNumber } from '@jalon/ui/format';
import { useUi } from '@jalon/ui/ui-provider';
import { BrainCircuit, Clock, Database, DoorOpen, type LucideIcon, NotebookPen, Package } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ServiceStatus } from '@/features/projects/components/environment-status';

const ROLES: Record<string, LucideIcon> = { model: BrainCircuit, job: Clock };
const TECHNOLOGIES: Record<string, LucideIcon> = { postgresql: Database, jupyterlab: NotebookPen };

export interface ServiceBoxProps {
  service: DrawnService;
  state: ServiceStateView | null;
  known: boolean;
}

/** A service of the drawing: what it is, whether it is opened, and how it is doing. */
export function ServiceBox({ service, state, known }: ServiceBoxProps) {
  const t = useTranslations('stack');
  const Icon = ROLES[service.role] ?? TECHNOLOGIES[service.technology ?? ''] ?? Package;
  return (
    <div
      className={`flex h-full flex-col justify-between rounded-md bg-raised px-3 py-2 ring-1 ring-line-strong ring-inset`}
    >
      <div className="flex items-center gap-2">
        <Icon aria-hidden size={15} className="shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 truncate font-medium" title={service.source}>
          {service.name}
        </span>
        {service.exposed ? (
          <span title={t('exposed')} className="text-accent">
            <DoorOpen aria-hidden size={14} />
            <span className="sr-only">{t('exposed')}</span>
          </span>
        ) : null}
      </div>
      <p className="truncate text-ink-3 text-xs" title={service.source}>
        {service.job ? t('jobOf', { job: service.job }) : (service.technology ?? service.source)}
      </p>
      <div className="flex items-center justify-between gap-2 text-xs">
        <State service={service} state={state} known={known} />
        <Load state={state} />
      </div>
    </div>
  );
}

function State({ service, state, known }: ServiceBoxProps) {
  const t = useTranslations('stack');
  if (service.role === 'job') return <span className="text-ink-3">{t('onRequest')}</span>;
  if (!state) return <span className="text-ink-3">{t('notDeployed')}</span>;
  return (
    <span
      className="inline-flex items-center gap-2"
      title={state.restartCount > 0 ? t('restarts', { count: state.restartCount }) : undefined}
    >
      <ServiceStatus condition={state.condition} known={known} />
      <Replicas state={state} />
    </span>
  );
}

/** “2/3”: how many of its containers are ready; nothing for a service of one. */
function Replicas({ state: { replicas, instances } }: { state: ServiceStateView }) {
  const t = useTranslations('stack');
  if (replicas === 1 && instances.length <= 1) return null;
  const ready = instances.filter(isReady).length;
  return (
    <span className="tabular text-ink-2" title={t('replicas', { ready, wanted: replicas })}>
      <span aria-hidden>{`${ready}/${replicas}`}</span>
      <span className="sr-only">{t('replicas', { ready, wanted: replicas })}</span>
    </span>
  );
}

function Load({ state }: { state: ServiceStateView | null }) {
  const { locale } = useUi();
  if (!state || (state.cpuPercent === null && state.memoryBytes === null)) return null;
  const cpu = state.cpuPercent === null ? null : `${formatNumber(state.cpuPercent, locale, 0)} %`;
  const memory = state.memoryBytes === null ? null : formatBytes(state.memoryBytes, locale);
  return (
    <span className="tabular whitespace-nowrap text-ink-3">{[cpu, memory].filter(Boolean).join(' · ')}</span>
  );
}
