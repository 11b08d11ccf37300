import { Skeleton, SkeletonRows } from '@jalon/ui/skeleton';
import { getTranslations } from 'next-intl/server';

/** The shape that most pages have: a head and rows. */
export default async function Loading() {
  const t = await getTranslations('common');
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton className="mb-2 h-6 w-56" />
      <Skeleton className="mb-6 h-4 w-80" />
      <SkeletonRows rows={8} />
    </div>
  );
}
