'use client';

import { Button } from '@jalon/ui/button';
import { CopyField } from '@jalon/ui/copy-field';
import { Dialog } from '@jalon/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { InviteForm } from './invite-form';

export interface InviteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** First who and as what, then the link to send. */
export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  const t = useTranslations('people');
  const [issued, setIssued] = useState<{ email: string; link: string } | null>(null);
  const close = (next: boolean) => {
    onOpenChange(next);
    // The link is a secret: it does not outlive the dialog.
    if (!next) setIssued(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={issued ? t('linkReady') : t('inviteTitle')}
      description={issued ? t('linkReadyText', { email: issued.email }) : t('inviteText')}
      footer={
        issued ? (
          <Button variant="primary" onClick={() => close(false)}>
            {t('done')}
          </Button>
        ) : null
      }
    >
      {issued ? (
        <CopyField label={t('linkLabel')} value={issued.link} />
      ) : (
        <InviteForm onIssued={setIssued} onCancel={() => close(false)} />
      )}
    </Dialog>
  );
}
