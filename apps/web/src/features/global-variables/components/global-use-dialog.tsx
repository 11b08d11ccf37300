'use client';

import type { GlobalUsePlace } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useTRPC } from '@/trpc/react';
import { PlaceLink } from './place-link';

/** Where a variable counts, and where a nearer one does instead. */
export function GlobalUseDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations('globalVariables');
  const variables = useTranslations('variables');
  const common = useTranslations('common');
  const use = useQuery(useTRPC().variable.globalUse.queryOptions({ name }));
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t('useNamed', { name })}
      description={t('useText')}
      footer={<Button onClick={onClose}>{common('close')}</Button>}
    >
      {use.isPending ? <SkeletonRows rows={4} /> : null}
      {use.isError ? (
        <QueryError title={variables('listFailed')} error={use.error} onRetry={() => void use.refetch()} />
      ) : null}
      {use.data?.places.length === 0 ? <p className="text-ink-3">{t('nowhere')}</p> : null}
      {use.data && use.data.places.length > 0 ? (
        <>
          <Table
            label={t('useNamed', { name })}
            head={
              <>
                <HeaderCell>{t('environment')}</HeaderCell>
                <HeaderCell>{t('whatCounts')}</HeaderCell>
              </>
            }
          >
            {use.data.places.map((place) => (
              <Row key={place.environmentId}>
                <Cell>
                  <PlaceLink place={place} />
                </Cell>
                <Cell className="text-ink-2">
                  <WhatCounts place={place} />
                </Cell>
              </Row>
            ))}
          </Table>
          <Left count={use.data.environments + use.data.overridden - use.data.places.length} />
        </>
      ) : null}
    </Dialog>
  );
}

function WhatCounts({ place }: { place: GlobalUsePlace }) {
  const t = useTranslations('globalVariables');
  const { overriddenBy, deployed, services } = place;
  const what =
    overriddenBy === null
      ? t(deployed ? 'countsDeployed' : 'countsUndeployed')
      : t(`overriddenBy.${overriddenBy}`);
  return (
    <>
      {what}
      {services.length > 0 ? (
        <span className="block text-ink-3 text-xs">
          {t('ownOf', { services: services.join(', '), count: services.length })}
        </span>
      ) : null}
    </>
  );
}

function Left({ count }: { count: number }) {
  const t = useTranslations('globalVariables.effect');
  return count > 0 ? <p className="mt-2 text-ink-3">{t('more', { count })}</p> : null;
}
