'use client';

import type { Invitation } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Status } from '@jalon/ui/status';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useTranslations } from 'next-intl';
import { usePeopleActions } from '../hooks/use-people-actions';

export function InvitationsTable({ invitations }: { invitations: readonly Invitation[] }) {
  const t = useTranslations('people');
  const role = useTranslations('common.role');
  const { revokeInvitation, done } = usePeopleActions();
  if (invitations.length === 0) return <p className="text-ink-3">{t('noInvitations')}</p>;
  return (
    <Table
      label={t('invitations')}
      head={
        <>
          <HeaderCell>{t('email')}</HeaderCell>
          <HeaderCell>{t('role')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell>{t('expires')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </>
      }
    >
      {invitations.map(({ id, email, expiresAt, ...invitation }) => (
        <Row key={id}>
          <Cell className="font-medium">{email}</Cell>
          <Cell>{role(invitation.role)}</Cell>
          <Cell>
            {expiresAt > new Date() ? (
              <Status tone="info">{t('invited')}</Status>
            ) : (
              <Status tone="warn">{t('expired')}</Status>
            )}
          </Cell>
          <Cell className="whitespace-nowrap text-ink-2">
            <RelativeTime date={expiresAt} />
          </Cell>
          <Cell className="w-px text-right">
            <Button
              variant="ghost"
              size="sm"
              pending={revokeInvitation.isPending && revokeInvitation.variables?.invitationId === id}
              onClick={() =>
                revokeInvitation.mutate(
                  { invitationId: id },
                  { onSuccess: () => done(t('revoked', { email })) },
                )
              }
            >
              {t('revoke')}
            </Button>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
