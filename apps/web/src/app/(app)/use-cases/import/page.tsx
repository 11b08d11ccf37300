import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportView } from '@/features/use-case-import/components/import-view';
import { authorize } from '@/server/authorize';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('useCaseImport'))('title') };
}

export default async function ImportUseCasesPage() {
  await authorize('use-case:write');
  return <ImportView />;
}
