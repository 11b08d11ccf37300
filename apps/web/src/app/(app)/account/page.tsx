import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountView } from '@/features/auth/components/account-view';
import { authorize } from '@/server/authorize';
import { getApiContext } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('accountTitle') };
}

export default async function AccountPage() {
  const { name, role } = await authorize();
  const { session } = await getApiContext();
  return <AccountView person={{ name, role, email: session?.email ?? '' }} />;
}
