'use client';

import { IconButton } from '@jalon/ui/icon-button';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** How a program of one's own asks the same: what was typed, as a command. */
export function CurlExample({ url, instance }: { url: string; instance: Record<string, unknown> }) {
  const t = useTranslations('model');
  const common = useTranslations('common');
  const [copied, setCopied] = useState(false);
  const body = JSON.stringify(instance).replaceAll("'", String.raw`'\''`);
  const command = `curl -X POST ${url} \\\n  -H 'Content-Type: application/json' \\\n  -d '${body}'`;
  const copy = async () => {
    // Without https the browser offers no clipboard: the command can be selected by hand.
    if (!navigator.clipboard) return;
    setCopied(
      await navigator.clipboard.writeText(command).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <div>
      <div className="flex items-center justify-between gap-2">
        <h3 className="label-caps">{t('curl')}</h3>
        <IconButton
          size="sm"
          label={copied ? common('copied') : common('copy')}
          icon={copied ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
          onClick={() => void copy()}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs">
        {command}
      </pre>
      <p className="mt-1 text-ink-3 text-xs">{t('curlText')}</p>
    </div>
  );
}
