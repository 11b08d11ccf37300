'use client';

import type { GateItem, GateItemState } from '@jalon/contracts';
import { CircleCheck, CircleDashed, CircleMinus, CircleX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useEvidence } from '../../hooks/use-evidence';

const LOOKS: Record<GateItemState, { icon: typeof CircleCheck; ink: string }> = {
  MET: { icon: CircleCheck, ink: 'text-good' },
  NOT_MET: { icon: CircleX, ink: 'text-bad' },
  NOT_AVAILABLE: { icon: CircleDashed, ink: 'text-ink-3' },
  WAIVED: { icon: CircleMinus, ink: 'text-warn' },
};

export interface GateChecklistProps {
  items: readonly GateItem[];
  /** What may be done about an item, under it. */
  action?: (item: GateItem) => ReactNode;
}

/** Each item with its state, what was looked at, and what was answered. */
export function GateChecklist({ items, action }: GateChecklistProps) {
  const t = useTranslations('gate');
  const evidence = useEvidence();
  const locale = useLocale();
  return (
    <ul className="border-line border-t">
      {items.map((item) => {
        const { icon: Icon, ink } = LOOKS[item.state];
        return (
          <li key={item.key} className="flex items-start gap-2.5 border-line border-b py-2">
            <Icon aria-hidden size={16} className={`mt-0.5 shrink-0 ${ink}`} />
            <div className="min-w-0 flex-1">
              <p className="font-medium">{evidence.item(item)}</p>
              {item.answer ? <Answer answer={item.answer} locale={locale} /> : null}
              <p className={item.answer ? 'text-ink-3 text-xs' : 'text-ink-2'}>{evidence.proof(item)}</p>
              {action?.(item)}
            </div>
            <span className={`shrink-0 text-xs ${ink}`}>{t(`itemState.${item.state}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** An answer in words; a document by its name. */
function Answer({ answer, locale }: { answer: NonNullable<GateItem['answer']>; locale: 'en' | 'fr' }) {
  const text = typeof answer.text === 'string' ? answer.text : answer.text[locale];
  if (!answer.url) return <p className="max-w-prose whitespace-pre-line text-ink-2">{text}</p>;
  return (
    <p className="truncate">
      <a href={answer.url} target="_blank" rel="noreferrer" className="text-accent underline">
        {text}
      </a>
    </p>
  );
}
