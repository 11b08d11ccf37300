import { buttonClass } from '@jalon/ui/button';
import { PageHeader } from '@jalon/ui/page-header';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

/** Inside the frame: a thing that is not there, or a page that the role may not see. */
export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <>
      <PageHeader title={t('notFoundTitle')} description={t('notFoundText')} />
      <Link href="/" className={buttonClass()}>
        {t('goHome')}
      </Link>
    </>
  );
}
