'use client';

import type { TextFiles } from '@jalon/contracts';
import { useToast } from '@jalon/ui/toast';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { Upload } from '../lib/read-upload';

/** Comes with the first file: the page need not wait for it. */
const reading = () => import('../lib/read-upload');

/**
 * Takes chosen files into the draft, all of them or none: at once when nothing is to be asked or said, else `asking` is
 * what the dialog is about.
 */
export function useFileUpload(files: TextFiles, onAdd: (files: TextFiles, first: string | null) => void) {
  const t = useTranslations('stack.files.upload');
  const toast = useToast();
  const [asking, setAsking] = useState<Upload | null>(null);
  // Reading takes a moment, in which something may be typed.
  const latest = useRef(files);
  latest.current = files;
  const add = async ({ texts }: Upload, kept: ReadonlySet<string>) => {
    const { withUploaded } = await reading();
    setAsking(null);
    const names = Object.keys(texts).filter((name) => !kept.has(name));
    onAdd(withUploaded(latest.current, texts, kept), names[0] ?? null);
    if (names.length > 0) toast({ tone: 'good', title: t('added', { count: names.length }) });
  };
  const judge = async (picked: readonly File[]) => {
    const { brokenByUpload, readUpload, takenNames, withUploaded } = await reading();
    const upload = await readUpload(picked);
    const next = withUploaded(latest.current, upload.texts, new Set());
    const isPlain =
      upload.refused.length === 0 &&
      takenNames(latest.current, upload.texts).length === 0 &&
      brokenByUpload(latest.current, next).length === 0;
    if (isPlain) await add(upload, new Set());
    else setAsking(upload);
  };
  const take = (picked: readonly File[]) => {
    if (picked.length === 0) return;
    judge(picked).catch(() => toast({ tone: 'bad', title: t('failed') }));
  };
  return { asking, take, add, cancel: () => setAsking(null) };
}
