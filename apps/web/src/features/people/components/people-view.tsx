'use client';

import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { PageHeader } from '@jalon/ui/page-header';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { InvitationsTable } from './invitations-table';
import { PeopleTable } from './people-table';

/** With its form and its schema it weighs more than the page: it comes when it is asked for. */
const InviteDialog = dynamic(() => import('./invite-dialog').then((module) => module.InviteDialog), {
  ssr: false,
});

/** Who may sign in, and as what. */
export function PeopleView({ ownId }: { ownId: string }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const describe = useErrorText();
  const list = useQuery(useTRPC().people.list.queryOptions());
  const [inviting, setInviting] = useState(false);
  const [asked, setAsked] = useState(false);
  const invite = () => {
    setAsked(true);
    setInviting(true);
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button variant="primary" icon={<UserPlus aria-hidden size={15} />} onClick={invite}>
            {t('invite')}
          </Button>
        }
      />
      {list.isPending ? <SkeletonRows /> : null}
      {list.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(list.error).reference}
          action={<Button onClick={() => void list.refetch()}>{common('retry')}</Button>}
        >
          {describe(list.error).title}
        </ErrorState>
      ) : null}
      {list.data ? (
        <div className="flex flex-col gap-8">
          <PeopleTable people={list.data.people} ownId={ownId} />
          <Section title={t('invitations')}>
            <InvitationsTable invitations={list.data.invitations} />
          </Section>
        </div>
      ) : null}
      {asked ? <InviteDialog open={inviting} onOpenChange={setInviting} /> : null}
    </>
  );
}
