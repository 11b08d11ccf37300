'use client';

import type { SavedViewItem } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Notice } from '@jalon/ui/notice';
import { useToast } from '@jalon/ui/toast';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useSavedViews } from '../../../hooks/use-saved-views';

export interface RemoveDialogProps {
  view: SavedViewItem;
  onDone: () => void;
  onClose: () => void;
}

/** Says who loses what when a view goes. */
export function RemoveDialog({ view, onDone, onClose }: RemoveDialogProps) {
  const t = useTranslations('savedViews');
  const common = useTranslations('common');
  const describe = useErrorText();
  const toast = useToast();
  const { remove } = useSavedViews();
  const { id, name, shared } = view;
  const onRemoved = () => {
    toast({ tone: 'good', title: t('removed', { name }) });
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('removeTitle', { name })}
      description={t(shared ? 'removeSharedText' : 'removeText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="danger"
            pending={remove.isPending}
            onClick={() => remove.mutate({ id }, { onSuccess: onRemoved })}
          >
            {t('remove')}
          </Button>
        </>
      }
    >
      {remove.isError ? <Notice tone="bad" title={describe(remove.error).title} /> : null}
    </Dialog>
  );
}
