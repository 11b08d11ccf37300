'use client';

import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { AssumptionsForm } from './assumptions-form';
import { RatesSection } from './rates-section';

/** The assumptions behind every figure of value. */
export function ValueSettingsView() {
  const t = useTranslations('valueSettings');
  const common = useTranslations('common');
  const describe = useErrorText();
  const settings = useQuery(useTRPC().valueSettings.get.queryOptions());
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {settings.isPending ? <SkeletonRows /> : null}
      {settings.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(settings.error).reference}
          action={<Button onClick={() => void settings.refetch()}>{common('retry')}</Button>}
        >
          {describe(settings.error).title}
        </ErrorState>
      ) : null}
      {settings.data ? (
        <div className="flex flex-col gap-10">
          <AssumptionsForm settings={settings.data} />
          <RatesSection />
        </div>
      ) : null}
    </>
  );
}
