'use client';

import type { Role } from '@jalon/contracts';
import { Kbd } from '@jalon/ui/kbd';
import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

const Palette = dynamic(() => import('./palette').then((module) => module.Palette), { ssr: false });

/** Opens the palette, by pointer or by ⌘K / Ctrl K; its code comes with the first use. */
export function PaletteButton({ role }: { role: Role }) {
  const t = useTranslations('nav');
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setUsed(true);
      setOpen((was) => !was);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label={t('searchLabel')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setUsed(true);
          setOpen(true);
        }}
        className="flex h-8 items-center gap-2 rounded-md px-2 text-ink-3 hover:bg-hover hover:text-ink-2 md:w-60 md:bg-sunken md:ring-1 md:ring-line md:ring-inset"
      >
        <Search aria-hidden size={15} />
        <span className="hidden flex-1 text-left md:inline">{t('search')}</span>
        <span aria-hidden className="hidden md:inline">
          <Kbd>⌘K</Kbd>
        </span>
      </button>
      {used ? <Palette role={role} open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
