'use client';

import type { KpiTokenView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { formatDate } from '@jalon/ui/format';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Status } from '@jalon/ui/status';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';

const TONES = { ACTIVE: 'good', EXPIRED: 'idle', REVOKED: 'idle' } as const;

/** What sends values here, until when, and when it last did. */
export function TokenTable({ tokens }: { tokens: readonly KpiTokenView[] }) {
  const t = useTranslations('kpiToken');
  const locale = useLocale();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const describe = useErrorText();
  const readAgain = () => queries.invalidateQueries(trpc.kpi.tokens.pathFilter());
  const revoke = useMutation(
    trpc.kpi.revokeToken.mutationOptions({
      onSuccess: async (_, { tokenId }) => {
        const name = tokens.find(({ id }) => id === tokenId)?.name ?? '';
        toast({ tone: 'good', title: t('revoked', { name }) });
        await readAgain();
      },
      onError: async (error) => {
        toast({ tone: 'bad', title: describe(error).title });
        await readAgain();
      },
    }),
  );
  return (
    <Table
      label={t('list')}
      head={
        <>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('reach')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell>{t('lastUsed')}</HeaderCell>
          <HeaderCell>{t('madeBy')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('revoke')}</span>
          </HeaderCell>
        </>
      }
    >
      {tokens.map(({ id, name, kpi, state, expiresAt, lastUsedAt, createdBy }) => (
        <Row key={id}>
          <Cell className="font-medium">{name}</Cell>
          <Cell className="text-ink-2">{kpi?.name ?? t('everyKpi')}</Cell>
          <Cell>
            <Status tone={TONES[state]}>
              {t(`states.${state}`, { date: formatDate(expiresAt, locale, 'UTC') })}
            </Status>
          </Cell>
          <Cell className="whitespace-nowrap text-ink-2">
            {lastUsedAt ? <RelativeTime date={lastUsedAt} /> : t('never')}
          </Cell>
          <Cell className="whitespace-nowrap text-ink-2">{createdBy}</Cell>
          <Cell className="text-right">
            {state === 'ACTIVE' ? (
              <Button
                size="sm"
                aria-label={t('revokeOf', { name })}
                pending={revoke.isPending && revoke.variables.tokenId === id}
                onClick={() => revoke.mutate({ tokenId: id })}
              >
                {t('revoke')}
              </Button>
            ) : null}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
