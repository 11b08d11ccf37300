'use client';

import type { PendingChanges, VariableChange } from '@jalon/contracts';
import { Notice } from '@jalon/ui/notice';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';

/** More names than these are only counted. */
const SHOWN = 12;

/** What is saved and not deployed to the chosen environment; nothing where there is nothing. */
export function PendingNotice({ action }: { action?: ReactNode }) {
  const t = useTranslations('pending');
  const { environment } = useProject();
  const query = useQuery(useTRPC().environment.pending.queryOptions({ environmentId: environment.id }));
  const changes = query.data;
  if (!changes || changes.count === 0 || changes.revision === null) return null;
  return (
    <Notice
      tone="info"
      title={t('title', { count: changes.count, environment: environment.slug })}
      action={action}
    >
      <Names changes={changes} />
      <p className="text-xs">{t('against', { number: changes.revision })}</p>
    </Notice>
  );
}

function Names({ changes }: { changes: PendingChanges }) {
  const t = useTranslations('pending');
  const say = (what: string, change: VariableChange) => t(`change.${change}`, { what });
  const lines = [
    ...changes.file.map(({ part, name, change }) => say(t(`part.${part}`, { name }), change)),
    ...changes.variables.map(({ name, change }) => say(t('part.VARIABLE', { name }), change)),
  ];
  const more = lines.length - SHOWN;
  return (
    <ul className="flex flex-wrap gap-x-4">
      {lines.slice(0, SHOWN).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {more > 0 ? <li>{t('more', { count: more })}</li> : null}
    </ul>
  );
}
