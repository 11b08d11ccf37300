'use client';

import type { ImageDifference, VariableChange, VariableDifference } from '@jalon/contracts';
import { Tag } from '@jalon/ui/status';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Variables that differ: values of plain ones, and of a secret only that it does. */
export function VariableDifferences({ variables }: { variables: readonly VariableDifference[] }) {
  const t = useTranslations('revision');
  if (variables.length === 0) return <p className="text-ink-3">{t('noVariableChange')}</p>;
  return (
    <Table
      label={t('variablesTable')}
      head={
        <>
          <HeaderCell>{t('variable')}</HeaderCell>
          <HeaderCell>{t('difference')}</HeaderCell>
          <HeaderCell>{t('before')}</HeaderCell>
          <HeaderCell>{t('after')}</HeaderCell>
        </>
      }
    >
      {variables.map(({ name, change, secret, from, to }) => (
        <Row key={name}>
          <Cell className="font-medium font-mono text-xs">{name}</Cell>
          <Cell>
            <Tag>{t(`change.${change}`)}</Tag>
          </Cell>
          <Value secret={secret} isThere={change !== 'ADDED'} value={from} />
          <Value secret={secret} isThere={change !== 'REMOVED'} value={to} />
        </Row>
      ))}
    </Table>
  );
}

function Value({ secret, isThere, value }: { secret: boolean; isThere: boolean; value: string | null }) {
  const t = useTranslations('revision');
  let shown: ReactNode = value ?? t('notShown');
  if (!isThere) shown = '–';
  else if (secret && value === null) {
    shown = (
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <LockKeyhole aria-hidden size={12} />
        {t('secret')}
      </span>
    );
  }
  return <Cell className="max-w-80 break-all font-mono text-xs">{shown}</Cell>;
}

/** Images that differ, each by what names its content. */
export function ImageDifferences({ images }: { images: readonly ImageDifference[] }) {
  const t = useTranslations('revision');
  if (images.length === 0) return <p className="text-ink-3">{t('noImageChange')}</p>;
  return (
    <Table
      label={t('imagesTable')}
      head={
        <>
          <HeaderCell>{t('service')}</HeaderCell>
          <HeaderCell>{t('difference')}</HeaderCell>
          <HeaderCell>{t('before')}</HeaderCell>
          <HeaderCell>{t('after')}</HeaderCell>
        </>
      }
    >
      {images.map(({ service, from, to }) => (
        <Row key={service}>
          <Cell className="font-medium font-mono text-xs">{service}</Cell>
          <Cell>
            <Tag>{t(`change.${changeOf(from, to)}`)}</Tag>
          </Cell>
          <Cell className="max-w-80 break-all font-mono text-xs">{from ?? '–'}</Cell>
          <Cell className="max-w-80 break-all font-mono text-xs">{to ?? '–'}</Cell>
        </Row>
      ))}
    </Table>
  );
}

function changeOf(from: string | null, to: string | null): VariableChange {
  if (from === null) return 'ADDED';
  return to === null ? 'REMOVED' : 'CHANGED';
}
