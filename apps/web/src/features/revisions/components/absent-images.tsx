'use client';

import type { AbsentImage } from '@jalon/contracts';
import { Notice } from '@jalon/ui/notice';
import { useTranslations } from 'next-intl';

/** Images that a revision ran on and that the host lacked when it was last looked at. */
export function AbsentImages({ images }: { images: readonly AbsentImage[] }) {
  const t = useTranslations('revision');
  if (images.length === 0) return null;
  return (
    <Notice tone="warn" title={t('absent', { count: images.length })}>
      <ImageList images={images} />
      <p>{t('absentText')}</p>
    </Notice>
  );
}

export function ImageList({ images }: { images: readonly AbsentImage[] }) {
  return (
    <ul className="break-all font-mono text-xs" data-verbatim>
      {images.map(({ service, image }) => (
        <li key={service}>
          {service}: {image || '–'}
        </li>
      ))}
    </ul>
  );
}
