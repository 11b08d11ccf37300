'use client';

import type { GateItem, GateView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useEvidence } from '../../hooks/use-evidence';

const AnswerDialog = dynamic(() => import('./answer-dialog').then((module) => module.AnswerDialog), {
  ssr: false,
});
const WaiveDialog = dynamic(() => import('./waive-dialog').then((module) => module.WaiveDialog), {
  ssr: false,
});

export interface ItemActionProps {
  useCaseId: string;
  item: GateItem;
  rights: GateView['rights'];
}

/** Answers a question of the gate, or waives what Jalon looks at itself; nothing for who may do neither. */
export function ItemAction({ useCaseId, item, rights }: ItemActionProps) {
  const t = useTranslations('review');
  const { item: name } = useEvidence();
  const [open, setOpen] = useState(false);
  const { policy, state } = item;
  if (!policy) return null;
  const isQuestion = policy.kind !== 'AUTOMATIC' && policy.kind !== 'METRIC_CHECK';
  const may = isQuestion ? rights.answer : rights.waive && state !== 'MET' && state !== 'WAIVED';
  if (!may) return null;
  const action = isQuestion ? t(item.answer ? 'answerAgain' : 'answer') : t('waive');
  const Chosen = isQuestion ? AnswerDialog : WaiveDialog;
  return (
    <div className="mt-1">
      <Button
        size="sm"
        aria-label={t('questionOf', { action, item: name(item) })}
        onClick={() => setOpen(true)}
      >
        {action}
      </Button>
      {open ? (
        <Chosen useCaseId={useCaseId} item={item} policy={policy} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  );
}
