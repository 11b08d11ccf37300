'use client';

import type { StageKey } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { startingPoint } from '../lib/edit-policy';
import { PolicyEditor } from './policy-editor';
import { VersionHistory } from './version-history';

/** A gate's policy: its draft, what it will look like, and every version. */
export function PolicyView({ from }: { from: StageKey }) {
  const t = useTranslations('gatePolicy');
  const common = useTranslations('common');
  const describe = useErrorText();
  const locale = useLocale();
  const policy = useQuery(useTRPC().gatePolicy.get.queryOptions({ from }));
  if (policy.isPending) return <SkeletonRows />;
  if (policy.isError) {
    return (
      <ErrorState
        title={t('loadFailed')}
        reference={describe(policy.error).reference}
        action={<Button onClick={() => void policy.refetch()}>{common('retry')}</Button>}
      >
        {describe(policy.error).title}
      </ErrorState>
    );
  }
  const { from: stage, to, versions, checks } = policy.data;
  const start = startingPoint(policy.data);
  const current = versions.find(({ published }) => published);
  const title =
    stage.key === to.key
      ? t('again', { stage: stage.name[locale] })
      : `${stage.name[locale]} → ${to.name[locale]}`;
  return (
    <>
      <PageHeader
        title={title}
        description={current ? t('inForce', { number: current.number, count: current.running }) : null}
      />
      <div className="flex flex-col gap-9">
        {start ? (
          <PolicyEditor
            // Anew when the draft was saved, here or by somebody else.
            key={`${versions[0]?.number} ${start.revision}`}
            from={from}
            start={start.content}
            revision={start.revision}
            checks={checks}
          />
        ) : null}
        <VersionHistory versions={versions} />
      </div>
    </>
  );
}
