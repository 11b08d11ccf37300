'use client';

import type { EnvironmentState, EnvironmentSummary, ServiceCondition } from '@jalon/contracts';
import { Status, type Tone } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';

const ENVIRONMENT_TONES: Record<EnvironmentState, Tone> = {
  NOT_DEPLOYED: 'idle',
  DEPLOYING: 'busy',
  RUNNING: 'good',
  DEGRADED: 'warn',
  DOWN: 'bad',
  STOPPED: 'idle',
  UNKNOWN: 'info',
};

/** The state of an environment in a word; marked as the last known one while its engine is away. */
export function EnvironmentStatus({ environment }: { environment: EnvironmentSummary }) {
  const t = useTranslations('project');
  const { state, host } = environment;
  const word = t(`state.${state}`);
  if (!host.unreachableSince) return <Status tone={ENVIRONMENT_TONES[state]}>{word}</Status>;
  return <Status tone="info">{t('lastKnown', { state: word })}</Status>;
}

const SERVICE_TONES: Record<ServiceCondition, Tone> = {
  UP: 'good',
  STARTING: 'busy',
  UNHEALTHY: 'bad',
  RESTARTING: 'warn',
  CRASH_LOOP: 'bad',
  OUT_OF_MEMORY: 'bad',
  STOPPED: 'idle',
  DOWN: 'bad',
};

/** The condition of a service in a word. */
export function ServiceStatus({ condition, known = true }: { condition: ServiceCondition; known?: boolean }) {
  const t = useTranslations('project');
  const word = t(`condition.${condition}`);
  if (known) return <Status tone={SERVICE_TONES[condition]}>{word}</Status>;
  return <Status tone="info">{t('lastKnown', { state: word })}</Status>;
}
