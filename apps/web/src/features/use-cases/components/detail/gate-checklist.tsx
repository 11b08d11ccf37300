'use client';

import type { GateItem, GateItemState } from '@jalon/contracts';
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEvidence } from '../../hooks/use-evidence';

const LOOKS: Record<GateItemState, { icon: typeof CircleCheck; ink: string }> = {
  MET: { icon: CircleCheck, ink: 'text-good' },
  NOT_MET: { icon: CircleX, ink: 'text-bad' },
  NOT_AVAILABLE: { icon: CircleDashed, ink: 'text-ink-3' },
};

/** Each item with its state and what was looked at. */
export function GateChecklist({ items }: { items: readonly GateItem[] }) {
  const t = useTranslations('gate');
  const evidence = useEvidence();
  return (
    <ul className="border-line border-t">
      {items.map((item) => {
        const { icon: Icon, ink } = LOOKS[item.state];
        return (
          <li key={item.key} className="flex items-start gap-2.5 border-line border-b py-2">
            <Icon aria-hidden size={16} className={`mt-0.5 shrink-0 ${ink}`} />
            <div className="min-w-0 flex-1">
              <p className="font-medium">{evidence.item(item)}</p>
              <p className="text-ink-2">{evidence.proof(item)}</p>
            </div>
            <span className={`shrink-0 text-xs ${ink}`}>{t(`itemState.${item.state}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
