'use client';

import type { EnvironmentDraft } from '@jalon/contracts';
import { Skeleton } from '@jalon/ui/skeleton';
import { useTranslations } from 'next-intl';

const PARTS = ['copied', 'generated', 'missing'] as const;

/** What becomes of each variable, before the environment is made. */
export function DraftSummary({ draft }: { draft: EnvironmentDraft | undefined }) {
  const t = useTranslations('environment');
  if (!draft) return <Skeleton className="h-24 w-full" />;
  return (
    <dl className="grid min-h-24 gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
      {PARTS.map((part) => (
        <div key={part} className="contents">
          <dt className={part === 'missing' && draft.missing.length > 0 ? 'text-warn' : 'text-ink-2'}>
            {t(`draft.${part}`)}
          </dt>
          <dd className="break-words font-mono text-xs leading-5" data-verbatim>
            {draft[part].length > 0 ? draft[part].join(', ') : '–'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
