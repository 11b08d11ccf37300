'use client';

import type { StackDetail } from '@jalon/contracts';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Status } from '@jalon/ui/status';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useProject } from '@/features/projects/hooks/use-project';
import type { StackDraft } from '../hooks/use-stack-draft';
import { ProblemList, type ProblemListProps } from './problem-list';

export interface DraftStateProps {
  draft: StackDraft;
  stack: StackDetail;
  onGo: NonNullable<ProblemListProps['onGo']>;
}

/** Under the editor: saved or not, and what is wrong or missing. */
export function DraftState({ draft, stack, onGo }: DraftStateProps) {
  const t = useTranslations('stack');
  const { href } = useProject();
  const { problems, warnings, missingVariables } = draft.check;
  return (
    <div className="mt-2 flex min-h-16 flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-3 text-xs" aria-live="polite">
        {draft.changed ? (
          <Status tone="info">{t('unsaved')}</Status>
        ) : (
          <span>
            {t('version', { version: stack.version })}
            {' · '}
            {stack.updatedBy ? `${stack.updatedBy}, ` : null}
            <RelativeTime date={stack.updatedAt} />
          </span>
        )}
        {problems.length === 0 && draft.current ? <Status tone="good">{t('readable')}</Status> : null}
        {problems.length > 0 ? <Status tone="bad">{t('problems', { count: problems.length })}</Status> : null}
      </p>
      <ProblemList problems={problems} onGo={onGo} />
      <ProblemList problems={warnings} tone="warn" onGo={onGo} />
      {missingVariables.length > 0 ? (
        <p className="text-xs">
          <span className="text-warn">{t('missing', { count: missingVariables.length })}</span>{' '}
          <span className="font-mono">{missingVariables.join(', ')}</span>{' '}
          <Link href={href('variables')} className="text-accent hover:underline">
            {t('toVariables')}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
