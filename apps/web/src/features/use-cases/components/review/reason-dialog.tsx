'use client';

import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Notice } from '@jalon/ui/notice';
import { Textarea } from '@jalon/ui/textarea';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';

/** As short as the API takes it. */
const SHORTEST = 10;

export interface ReasonDialogProps {
  title: string;
  text: string;
  label: string;
  /** Word on the button. */
  action: string;
  pending: boolean;
  error: unknown;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}

/** Asks for a reason that is kept. */
export function ReasonDialog({
  title,
  text,
  label,
  action,
  pending,
  error,
  onSubmit,
  onClose,
}: ReasonDialogProps) {
  const common = useTranslations('common');
  const validation = useTranslations('validation');
  const describe = useErrorText();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      description={text}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={id} variant="primary" pending={pending}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!short) onSubmit(reason);
        }}
      >
        {error ? <Notice tone="bad" title={describe(error).title} /> : null}
        <Field
          label={label}
          error={tried && short ? validation('tooShort', { minimum: SHORTEST }) : undefined}
          required
        >
          <Textarea data-autofocus value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
