'use client';

import type { HostReference, OperationKind, PlanFindings, PlannedOperation } from '@jalon/contracts';
import { Notice } from '@jalon/ui/notice';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Hammer, Minus, Plus, RefreshCw, Shuffle, Timer } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { UnreachableNotice } from '@/features/projects/components/unreachable-notice';
import { useProject } from '@/features/projects/hooks/use-project';
import { useCauseText } from '../hooks/use-cause-text';
import { PartChanges } from './part-changes';
import { ProblemList } from './problem-list';

export interface PlanDetailsProps {
  plan: PlanFindings;
  host: HostReference;
  /** Where variables are set; absent: those of the chosen environment. */
  variablesHref?: string;
}

/** The plan: what keeps it from being carried out, then each operation with its cause. */
export function PlanDetails({ plan, host, variablesHref }: PlanDetailsProps) {
  const t = useTranslations('stack');
  const { href } = useProject();
  return (
    <div className="flex flex-col gap-3">
      <UnreachableNotice host={host} />
      {plan.problems.length > 0 ? (
        <Notice tone="bad" title={t('problems', { count: plan.problems.length })}>
          <ProblemList problems={plan.problems} />
        </Notice>
      ) : null}
      {plan.missingVariables.length > 0 ? (
        <Notice tone="bad" title={t('missing', { count: plan.missingVariables.length })}>
          <span className="font-mono text-xs">{plan.missingVariables.join(', ')}</span>{' '}
          <Link href={variablesHref ?? href('variables')} className="text-accent hover:underline">
            {t('toVariables')}
          </Link>
        </Notice>
      ) : null}
      {plan.refusals.map((refusal) => (
        <Notice
          key={`${refusal.rule} ${refusal.service}`}
          tone="bad"
          title={t('refused', { rule: refusal.rule })}
        >
          {refusal.service ? <span className="font-mono text-xs">{refusal.service}: </span> : null}
          {refusal.message}
        </Notice>
      ))}
      {plan.warnings.length > 0 ? (
        <Notice tone="warn" title={t('warnings', { count: plan.warnings.length })}>
          <ProblemList problems={plan.warnings} tone="warn" />
        </Notice>
      ) : null}
      <Operations operations={plan.operations} />
      {plan.operations.length === 0 && plan.deployable ? <Notice tone="good" title={t('noChange')} /> : null}
      {plan.unchanged.length > 0 ? (
        <p className="text-ink-3 text-xs">
          {t('unchanged')} <span className="font-mono">{plan.unchanged.join(', ')}</span>
        </p>
      ) : null}
      <p className="text-ink-3 text-xs">
        {plan.basis.observedAt
          ? t.rich(plan.basis.stale ? 'basisStale' : 'basis', {
              time: () => <RelativeTime date={plan.basis.observedAt as Date} />,
            })
          : t('basisNone')}
      </p>
    </div>
  );
}

const ICONS: Record<OperationKind, typeof Plus> = {
  BUILD_IMAGE: Hammer,
  PULL_IMAGE: Hammer,
  CREATE_NETWORK: Plus,
  REMOVE_NETWORK: Minus,
  CREATE_VOLUME: Plus,
  CREATE_CONTAINER: Plus,
  START_CONTAINER: RefreshCw,
  STOP_CONTAINER: Minus,
  RENAME_CONTAINER: RefreshCw,
  REMOVE_CONTAINER: Minus,
  SWITCH_ROUTE: Shuffle,
  WAIT_HEALTHY: Timer,
  WAIT_RUNNING: Timer,
  WAIT_COMPLETED: Timer,
};

function Operations({ operations }: { operations: readonly PlannedOperation[] }) {
  const t = useTranslations('stack');
  const causeText = useCauseText();
  if (operations.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-medium">{t('operations', { count: operations.length })}</h3>
      <ol className="divide-y divide-line border-line border-y">
        {operations.map((operation) => {
          const Icon = ICONS[operation.kind];
          return (
            <li key={operation.key} className="grid grid-cols-[1rem_1fr] gap-x-2.5 py-1.5">
              <Icon aria-hidden size={14} className="mt-0.5 text-ink-3" />
              <div className="min-w-0">
                <p>
                  {t(`operation.${operation.kind}`)}{' '}
                  <span className="break-all font-mono text-xs">{operation.subject}</span>
                </p>
                <p className="text-ink-3 text-xs">{causeText(operation.cause)}</p>
                <PartChanges changes={operation.changes} />
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
