'use client';

import { Check, Copy } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Input } from './input';
import { useUi } from './ui-provider';

export interface CopyFieldProps {
  label: ReactNode;
  /** What is shown whole and copied as it is. */
  value: string;
}

/** A text that is shown to be taken elsewhere: a link, a token. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { labels } = useUi();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  async function copy() {
    field.current?.select();
    // Without https the browser offers no clipboard: the text is selected, and copied by keyboard.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => field.current?.focus(),
    );
  }
  return (
    <div className="flex items-end gap-2">
      <Field label={label} className="min-w-0 flex-1">
        <Input
          ref={field}
          readOnly
          value={value}
          className="font-mono text-xs"
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <Button
        onClick={() => void copy()}
        icon={copied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
      >
        {copied ? labels.copied : labels.copy}
      </Button>
    </div>
  );
}
