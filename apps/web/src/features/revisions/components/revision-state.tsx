'use client';

import type { RevisionSummary } from '@jalon/contracts';
import { Badge } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';

/** Which environments stand on a revision. */
export function CurrentIn({ revision }: { revision: Pick<RevisionSummary, 'currentIn'> }) {
  const t = useTranslations('revision');
  return revision.currentIn.map((environment) => (
    <Badge key={environment} tone="good">
      {t('currentIn', { environment })}
    </Badge>
  ));
}

/** The environment that a revision was made for, and where it was promoted from. */
export function Origin({ revision }: { revision: Pick<RevisionSummary, 'environment' | 'promotedFrom'> }) {
  const t = useTranslations('revision');
  const { environment, promotedFrom } = revision;
  return (
    <>
      <span className="font-mono text-xs">{environment || '–'}</span>
      {promotedFrom ? <span className="text-ink-3 text-xs"> {t('promotedFrom', promotedFrom)}</span> : null}
    </>
  );
}
