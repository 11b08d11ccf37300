'use client';

import type { KpiView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { PushExample } from './push-example';
import { TokenTable } from './token-table';

const TokenDialog = dynamic(() => import('./token-dialog').then((module) => module.TokenDialog));

/** How a machine sends values: tokens, and an example to copy. */
export function PushSection({ useCaseId, kpis }: { useCaseId: string; kpis: readonly KpiView[] }) {
  const t = useTranslations('kpiToken');
  const common = useTranslations('common');
  const describe = useErrorText();
  const [making, setMaking] = useState(false);
  const tokens = useQuery(useTRPC().kpi.tokens.queryOptions({ useCaseId }));
  return (
    <Section
      title={t('title')}
      description={t('note')}
      actions={
        <Button icon={<KeyRound aria-hidden size={14} />} onClick={() => setMaking(true)}>
          {t('make')}
        </Button>
      }
    >
      <p className="mb-2 max-w-prose text-ink-2">{t('text')}</p>
      <PushExample kpi={kpis[0]?.key ?? ''} token="$JALON_TOKEN" />
      <div className="mt-4">
        {tokens.isPending ? <SkeletonRows rows={2} /> : null}
        {tokens.isError ? (
          <ErrorState
            title={t('loadFailed')}
            reference={describe(tokens.error).reference}
            action={<Button onClick={() => void tokens.refetch()}>{common('retry')}</Button>}
          >
            {describe(tokens.error).title}
          </ErrorState>
        ) : null}
        {tokens.data?.length === 0 ? <p className="text-ink-3">{t('none')}</p> : null}
        {tokens.data && tokens.data.length > 0 ? <TokenTable tokens={tokens.data} /> : null}
      </div>
      {making ? <TokenDialog useCaseId={useCaseId} kpis={kpis} onClose={() => setMaking(false)} /> : null}
    </Section>
  );
}
