'use client';

import { Button } from '@jalon/ui/button';
import { formatTime } from '@jalon/ui/format';
import { useUi } from '@jalon/ui/ui-provider';
import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { LogEntry } from '../lib/log-buffer';

const ROW_HEIGHT = 20;
/** This near to its end, a list is followed. */
const NEAR_END = 40;

export interface LogListProps {
  entries: readonly LogEntry[];
  withService: boolean;
  /** Keep to the end while the reader is there. */
  follow: boolean;
}

/** Only the lines that are seen are in the page, however many there are. */
export function LogList({ entries, withService, follow }: LogListProps) {
  const t = useTranslations('logs');
  const frame = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 20,
  });
  const last = entries.at(-1)?.id;
  useEffect(() => {
    if (follow && atEnd && last !== undefined) rows.scrollToIndex(entries.length - 1, { align: 'end' });
  }, [last, follow, atEnd, entries.length, rows]);
  const onScroll = () => {
    const element = frame.current;
    if (element) setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END);
  };
  return (
    <div className="relative">
      <div
        ref={frame}
        role="log"
        aria-label={t('title')}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        className="h-[60vh] min-h-80 overflow-auto rounded-md bg-sunken font-mono text-xs"
      >
        {entries.length === 0 ? <p className="p-3 text-ink-3">{t('empty')}</p> : null}
        <div className="relative min-w-max" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const entry = entries[item.index];
            if (!entry) return null;
            return (
              <div
                key={item.key}
                className="absolute inset-x-0 flex h-5 gap-3 px-3 leading-5 hover:bg-hover"
                style={{ top: item.start }}
              >
                <Line entry={entry} withService={withService} />
              </div>
            );
          })}
        </div>
      </div>
      {follow && !atEnd ? (
        <Button
          size="sm"
          icon={<ArrowDown aria-hidden size={13} />}
          className="absolute right-4 bottom-3"
          onClick={() => setAtEnd(true)}
        >
          {t('toEnd')}
        </Button>
      ) : null}
    </div>
  );
}

/** “web”, or “web 2” for a line of a further container of a service. */
function sourceOf({ service, replica }: LogEntry): string {
  return replica === undefined ? service : `${service} ${replica}`;
}

function Line({ entry, withService }: { entry: LogEntry; withService: boolean }) {
  const { locale } = useUi();
  const at = new Date(entry.at);
  const time = Number.isNaN(at.getTime()) ? '' : formatTime(at, locale);
  return (
    <>
      <span className="tabular shrink-0 text-ink-3">{time}</span>
      {withService ? <span className="w-24 shrink-0 truncate text-accent">{sourceOf(entry)}</span> : null}
      <span
        className={clsx(
          'whitespace-pre',
          entry.level === 'error' && 'text-bad',
          entry.level === 'warn' && 'text-warn',
          entry.level === 'debug' && 'text-ink-3',
        )}
      >
        {entry.text}
      </span>
    </>
  );
}
