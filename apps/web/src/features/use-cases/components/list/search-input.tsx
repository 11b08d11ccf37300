'use client';

import { Input } from '@jalon/ui/input';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 200;

export interface SearchInputProps {
  value: string;
  onChange: (value: string) => void;
}

/** Searches at the first pause in typing. */
export function SearchInput({ value, onChange }: SearchInputProps) {
  const t = useTranslations('useCase');
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address may change under the field: back, forward, or the filters being cleared.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <span className="relative flex w-40 items-center max-sm:w-full">
      <Search aria-hidden size={14} className="pointer-events-none absolute left-2.5 text-ink-3" />
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        className="pl-8"
        value={typed}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(text), PAUSE_MS);
        }}
      />
    </span>
  );
}
