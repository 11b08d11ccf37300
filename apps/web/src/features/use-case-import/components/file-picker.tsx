'use client';

import { Button } from '@jalon/ui/button';
import { clsx } from 'clsx';
import { FileSpreadsheet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useRef, useState } from 'react';

export interface FilePickerProps {
  /** Of the file that was picked. */
  name: string | null;
  onPick: (file: File) => void;
}

/** Chooses a file, or takes one that is dropped. */
export function FilePicker({ name, onPick }: FilePickerProps) {
  const t = useTranslations('useCaseImport');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const id = useId();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onPick(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={clsx(
        'flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-dashed px-5 py-4',
        over ? 'border-accent bg-hover' : 'border-line-strong',
      )}
    >
      <FileSpreadsheet aria-hidden size={22} className="text-ink-3" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-medium">{name ?? t('noFile')}</p>
        <p className="text-ink-3 text-xs">{t('fileHint')}</p>
      </div>
      <label htmlFor={id} className="sr-only">
        {t('file')}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".csv,.xlsx,text/csv"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again, once it was corrected.
          event.target.value = '';
          if (file) onPick(file);
        }}
      />
      <Button variant={name ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
        {name ? t('chooseOther') : t('choose')}
      </Button>
    </div>
  );
}
