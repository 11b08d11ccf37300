'use client';

import { type GlobalUsePlace, variableNameSchema } from '@jalon/contracts';
import { Notice } from '@jalon/ui/notice';
import { Skeleton } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { PlaceLink } from './place-link';

/** Places that are named; the page of the use says the rest. */
const NAMED = 3;

/** What setting or removing everybody's variable of a name will do: where it shows as not deployed yet, where it changes nothing. */
export function ChangeEffect({ name }: { name: string }) {
  const t = useTranslations('globalVariables.effect');
  const describe = useErrorText();
  const isName = variableNameSchema.safeParse(name).success;
  const use = useQuery(useTRPC().variable.globalUse.queryOptions({ name }, { enabled: isName }));
  if (!isName) return <p className="text-ink-3 text-xs">{t('noName')}</p>;
  if (use.isError)
    return (
      <Notice tone="warn" title={t('failed')}>
        {describe(use.error).title}
      </Notice>
    );
  if (!use.data) return <Skeleton className="h-14" />;
  const { places, deployed, environments, overridden } = use.data;
  const shown = places.filter(showsChange).slice(0, NAMED);
  const more = deployed - shown.length;
  return (
    <Notice tone="info" title={t('pending', { count: deployed })}>
      {shown.length > 0 ? (
        <span className="flex flex-wrap gap-x-3">
          {shown.map((place) => (
            <PlaceLink key={place.environmentId} place={place} />
          ))}
          {more > 0 ? <span>{t('more', { count: more })}</span> : null}
        </span>
      ) : null}
      {environments > deployed ? <p>{t('waiting', { count: environments - deployed })}</p> : null}
      {overridden > 0 ? <p>{t('overridden', { count: overridden })}</p> : null}
    </Notice>
  );
}

function showsChange({ overriddenBy, deployed }: GlobalUsePlace): boolean {
  return overriddenBy === null && deployed;
}
