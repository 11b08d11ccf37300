'use client';

import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { PushExample } from './push-example';

/** A token to copy, and the call that uses it. */
export function TokenShown({ token, kpi }: { token: string; kpi: string }) {
  const t = useTranslations('kpiToken');
  const common = useTranslations('common');
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  async function copy() {
    field.current?.select();
    // Without https the browser offers no clipboard: the token is selected, and copied by keyboard.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(token).then(
      () => setCopied(true),
      () => field.current?.focus(),
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-end gap-2">
        <Field label={t('token')} className="min-w-0 flex-1">
          <Input
            ref={field}
            readOnly
            value={token}
            className="font-mono text-xs"
            onFocus={(event) => event.target.select()}
          />
        </Field>
        <Button
          onClick={copy}
          icon={copied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
        >
          {copied ? common('copied') : common('copy')}
        </Button>
      </div>
      <PushExample kpi={kpi} token={token} />
    </div>
  );
}
