'use client';

import type { ErrorDetail } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Notice } from '@jalon/ui/notice';
import { useTranslations } from 'next-intl';
import { useRefusalText } from '../../../hooks/use-refusal-text';

export interface RefusalListProps {
  refused: readonly ErrorDetail[];
  asked: number;
  /** Absent when nothing would be left. */
  onLeaveOut?: () => void;
}

/** Which of many were refused and why; nothing was changed. */
export function RefusalList({ refused, asked, onLeaveOut }: RefusalListProps) {
  const t = useTranslations('bulk');
  const textOf = useRefusalText();
  return (
    <Notice tone="bad" title={t('refusedTitle', { count: refused.length, asked })}>
      <ul aria-label={t('refusedList')} className="my-1 max-h-40 overflow-y-auto">
        {refused.map((refusal) => (
          <li key={refusal.path}>
            {/* What is not there has an id and no reference. */}
            {refusal.code === 'NOT_FOUND' ? null : <span className="tabular mr-1.5">{refusal.path}</span>}
            {textOf(refusal)}
          </li>
        ))}
      </ul>
      {onLeaveOut ? (
        <Button size="sm" onClick={onLeaveOut}>
          {t('leaveOut', { count: refused.length })}
        </Button>
      ) : null}
    </Notice>
  );
}
