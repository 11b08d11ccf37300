import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AcceptInvitationForm } from '@/features/auth/components/accept-invitation-form';
import { DeadLink } from '@/features/auth/components/dead-link';
import { getCaller } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('inviteTitle'), referrer: 'no-referrer' };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getTranslations('auth');
  const role = await getTranslations('common.role');
  const { token } = await params;
  const invitation = await (await getCaller()).session.readInvitation({ token }).catch(() => null);
  if (!invitation) return <DeadLink kind="invite" />;
  return (
    <>
      <h1 className="font-semibold text-xl">{t('inviteTitle')}</h1>
      <p className="mt-1 text-ink-2">{t('inviteText', { role: role(invitation.role) })}</p>
      <p className="mb-5 text-ink-2">{t('inviteEmail', { email: invitation.email })}</p>
      <AcceptInvitationForm token={token} name={invitation.name} />
    </>
  );
}
