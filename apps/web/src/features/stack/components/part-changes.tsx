'use client';

import type { PartChange } from '@jalon/contracts';
import { useTranslations } from 'next-intl';

/** What a new container has otherwise than the one before, part by part: removed above, added below, as in a diff. */
export function PartChanges({ changes }: { changes: readonly PartChange[] }) {
  const t = useTranslations('stack.parts');
  if (changes.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="mt-1 flex flex-col gap-1 border-line border-l-2 pl-2 text-xs">
      {changes.map((change) => (
        <li key={change.part} className="min-w-0">
          <span className="break-all font-mono text-ink-2">{change.part}</span>
          <Values {...change} />
        </li>
      ))}
    </ul>
  );
}

function Values({ change, before, after }: PartChange) {
  const t = useTranslations('stack.parts');
  // Names alone: the value may be a secret, or nobody knows what it was.
  if (before === null && after === null) return <span className="text-ink-3"> {t(change)}</span>;
  return (
    <span className="block font-mono">
      {before === null ? null : (
        <del className="block break-all text-bad no-underline">
          <span aria-hidden>− </span>
          <span className="sr-only">{t('before')} </span>
          {before || t('none')}
        </del>
      )}
      {after === null ? null : (
        <ins className="block break-all text-good no-underline">
          <span aria-hidden>+ </span>
          <span className="sr-only">{t('after')} </span>
          {after || t('none')}
        </ins>
      )}
    </span>
  );
}
