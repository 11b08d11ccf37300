'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { readLine } from '@/features/logs/lib/read-line';

/** How many lines of a log are drawn: the last ones are what matters. */
const SHOWN = 500;

/** The log of a run, followed to its end while it is written. */
export function RunLog({ text, open }: { text: string; open: boolean }) {
  const t = useTranslations('run');
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open && text && frame.current) frame.current.scrollTop = frame.current.scrollHeight;
  }, [text, open]);
  if (text === '') return <p className="text-ink-3">{open ? t('logWaiting') : t('logEmpty')}</p>;
  const lines = text.trimEnd().split('\n');
  return (
    <div
      ref={frame}
      role="log"
      aria-label={t('log')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
    >
      {lines.length > SHOWN ? (
        <p className="text-ink-3">{t('logCut', { count: lines.length - SHOWN })}</p>
      ) : null}
      {lines.slice(-SHOWN).map((line, index) => (
        <p key={index} className="whitespace-pre-wrap break-words">
          {readLine(line).message}
        </p>
      ))}
    </div>
  );
}
