'use client';

import type { Person } from '@jalon/contracts';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Status } from '@jalon/ui/status';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useTranslations } from 'next-intl';
import { PersonActions } from './person-actions';

export interface PeopleTableProps {
  people: readonly Person[];
  /** Whoever looks: their own rights are not theirs to take. */
  ownId: string;
}

export function PeopleTable({ people, ownId }: PeopleTableProps) {
  const t = useTranslations('people');
  const role = useTranslations('common.role');
  return (
    <Table
      label={t('title')}
      head={
        <>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('email')}</HeaderCell>
          <HeaderCell>{t('role')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell>{t('lastSeen')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </>
      }
    >
      {people.map((person) => (
        <Row key={person.id}>
          <Cell className="whitespace-nowrap font-medium">
            {person.name}
            {person.id === ownId ? <span className="font-normal text-ink-3"> ({t('you')})</span> : null}
          </Cell>
          <Cell className="text-ink-2">{person.email}</Cell>
          <Cell className="whitespace-nowrap">{role(person.role)}</Cell>
          <Cell>
            {person.disabledAt ? (
              <Status tone="bad">{t('disabled')}</Status>
            ) : (
              <Status tone="good">{t('active')}</Status>
            )}
          </Cell>
          <Cell className="whitespace-nowrap text-ink-2">
            {person.signedInAt ? <RelativeTime date={person.signedInAt} /> : t('never')}
          </Cell>
          <Cell className="w-px text-right">
            {person.id === ownId ? null : <PersonActions person={person} />}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
