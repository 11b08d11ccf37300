'use client';

import type { GateDecision } from '@jalon/contracts';
import { Badge, type Tone } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';

const TONES: Record<GateDecision, Tone> = {
  GO: 'good',
  CONDITIONAL_GO: 'warn',
  HOLD: 'idle',
  PIVOT: 'info',
  NO_GO: 'bad',
};

/** A decision, as colour, icon and word. */
export function DecisionBadge({ decision }: { decision: GateDecision }) {
  const t = useTranslations('gate.decision');
  return <Badge tone={TONES[decision]}>{t(decision)}</Badge>;
}
