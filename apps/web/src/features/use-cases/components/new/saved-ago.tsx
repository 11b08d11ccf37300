'use client';

import { formatRelative } from '@jalon/ui/format';
import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';

const TICK_MS = 1_000;
/** From here on minutes are enough. */
const SECONDS = 60;

/** “3 s ago”, counted while it is fresh; for the eye alone, a screen reader is not told every second. */
export function SavedAgo({ date }: { date: Date }) {
  const locale = useLocale();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  // The server's clock may be ahead of this one.
  const seconds = Math.max(0, Math.round((now.getTime() - date.getTime()) / 1000));
  const ago =
    seconds < SECONDS
      ? new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'always' }).format(-seconds, 'second')
      : formatRelative(date, now, locale);
  return (
    <span aria-hidden suppressHydrationWarning className="tabular">
      {ago}
    </span>
  );
}
