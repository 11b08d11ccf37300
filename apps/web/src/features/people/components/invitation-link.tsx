'use client';

import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';

/** A one-time link to copy. */
export function InvitationLink({ link, onDone }: { link: string; onDone: () => void }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  async function copy() {
    field.current?.select();
    // Without https the browser offers no clipboard: the link is selected, and copied by keyboard.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => field.current?.focus(),
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('linkLabel')}>
        <Input
          ref={field}
          readOnly
          value={link}
          className="font-mono text-xs"
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button
          onClick={copy}
          icon={copied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
        >
          {copied ? common('copied') : common('copy')}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
