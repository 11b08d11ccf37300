import { PageHeader } from '@jalon/ui/page-header';
import { Section } from '@jalon/ui/section';
import { getTranslations } from 'next-intl/server';
import type { FramePerson } from '@/features/frame/components/person-menu';
import { ChangePasswordForm } from './change-password-form';

/** One's own account. */
export async function AccountView({ person }: { person: FramePerson }) {
  const t = await getTranslations('auth');
  const role = await getTranslations('common.role');
  return (
    <>
      <PageHeader
        title={person.name}
        description={t('accountText', { email: person.email, role: role(person.role) })}
      />
      <Section title={t('changePassword')} description={t('changePasswordText')} className="max-w-sm">
        <ChangePasswordForm email={person.email} />
      </Section>
    </>
  );
}
