'use client';

import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { useTranslations } from 'next-intl';

export interface RemoveDialogProps {
  own: boolean;
  author: string;
  pending: boolean;
  onClose: () => void;
  onRemove: () => Promise<void>;
}

/** Says what is lost before it is. */
export function RemoveDialog({ own, author, pending, onClose, onRemove }: RemoveDialogProps) {
  const t = useTranslations('comment');
  const common = useTranslations('common');
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={own ? t('removeOwnTitle') : t('removeTitle', { author })}
      description={t('removeText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="danger" pending={pending} onClick={() => void onRemove()}>
            {t('removeNow')}
          </Button>
        </>
      }
    />
  );
}
