'use client';

import type { DeploymentStepView, OperationKind } from '@jalon/contracts';
import { useTranslations } from 'next-intl';
import { useCauseText } from '@/features/stack/hooks/use-cause-text';
import { groupSteps, type StepGroup } from '../lib/group-steps';
import { StepStatusWord } from './deployment-status';
import { Elapsed } from './elapsed';

/** Steps by service, each with its cause, duration, progress and log. */
export function StepTree({ steps }: { steps: readonly DeploymentStepView[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {groupSteps(steps).map((group) => (
        <Group key={group.service ?? ''} group={group} />
      ))}
    </ul>
  );
}

function Group({ group }: { group: StepGroup }) {
  const t = useTranslations('deployment');
  return (
    <li className="py-1">
      <div className="flex min-h-8 items-center gap-3">
        <span className="min-w-0 flex-1 truncate font-medium">{group.service ?? t('stackItself')}</span>
        <span className="text-ink-2 sm:w-24 sm:text-right">
          <Elapsed from={group.startedAt} to={group.finishedAt} />
        </span>
        <span className="sm:w-28">
          <StepStatusWord status={group.status} />
        </span>
      </div>
      <ul className="border-line border-l pl-4">
        {group.steps.map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </ul>
    </li>
  );
}

function Step({ step }: { step: DeploymentStepView }) {
  const t = useTranslations('deployment');
  const operations = useTranslations('stack.operation');
  const causeText = useCauseText();
  const known = operations.has(step.kind as OperationKind);
  return (
    <li className="py-1">
      <div className="flex flex-wrap items-start gap-x-3 sm:flex-nowrap">
        <div className="min-w-0 flex-1 basis-full sm:basis-0">
          <p>
            {known ? operations(step.kind as OperationKind) : step.kind}{' '}
            <span className="break-all font-mono text-ink-2 text-xs">{step.title}</span>
          </p>
          <p className="text-ink-3 text-xs">{causeText(step.cause)}</p>
          {step.error ? <p className="text-bad text-xs">{step.error}</p> : null}
        </div>
        <span className="text-ink-2 sm:w-24 sm:text-right">
          <Elapsed from={step.startedAt} to={step.finishedAt} />
        </span>
        <span className="sm:w-28">
          <StepStatusWord status={step.status} />
        </span>
      </div>
      {step.status === 'RUNNING' && step.progress !== null ? (
        <div
          role="progressbar"
          aria-label={t('progressOf', { step: step.title })}
          aria-valuenow={Math.round(step.progress * 100)}
          className="mt-1.5 h-1 w-full max-w-md overflow-hidden rounded-full bg-hover"
        >
          <div className="h-full bg-accent" style={{ width: `${step.progress * 100}%` }} />
        </div>
      ) : null}
      {step.log ? (
        <details className="mt-1" open={step.status === 'FAILED'}>
          <summary className="w-fit rounded-sm text-accent text-xs">{t('log')}</summary>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="mt-1 max-h-72 overflow-auto rounded-md bg-sunken p-2 font-mono text-xs"
          >
            {step.log}
          </pre>
        </details>
      ) : null}
    </li>
  );
}
