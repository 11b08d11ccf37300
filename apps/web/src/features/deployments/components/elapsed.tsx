'use client';

import { formatDuration } from '@jalon/ui/format';
import { useUi } from '@jalon/ui/ui-provider';
import { useEffect, useState } from 'react';

const TICK_MS = 1000;

/** How long something took, or has been going on for, counted while it does. */
export function Elapsed({ from, to }: { from: Date | null; to: Date | null }) {
  const { locale } = useUi();
  const [now, setNow] = useState<number | null>(null);
  const open = from !== null && to === null;
  useEffect(() => {
    if (!open) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [open]);
  const end = to?.getTime() ?? now;
  if (!from || end === null) return <span className="text-ink-3">–</span>;
  const milliseconds = Math.max(0, end - from.getTime());
  // What still goes on is counted in whole seconds: tenths would only flicker.
  const shown = open ? Math.floor(milliseconds / 1000) * 1000 : milliseconds;
  return <span className="tabular whitespace-nowrap">{formatDuration(shown, locale)}</span>;
}
