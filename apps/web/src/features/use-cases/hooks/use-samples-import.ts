'use client';

import { IMPORT_BYTES_MAX, type SamplesSheet } from '@jalon/contracts';
import { useToast } from '@jalon/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { readFile } from '@/features/use-case-import/lib/read-file';
import { useTRPC } from '@/trpc/react';
import { useKpiChanged } from './use-kpi-changed';

/** Values on their way into a KPI: pasted or picked, looked at, written. */
export function useSamplesImport(kpiId: string, onDone: () => void) {
  const t = useTranslations('kpiImport');
  const locale = useLocale() === 'fr' ? 'fr' : 'en';
  const trpc = useTRPC();
  const changed = useKpiChanged();
  const toast = useToast();
  const [sheet, setSheet] = useState<SamplesSheet | null>(null);
  const [refused, setRefused] = useState<'tooLarge' | 'unreadable' | null>(null);
  const preview = useMutation(trpc.kpi.previewSamples.mutationOptions());
  const run = useMutation(
    trpc.kpi.importSamples.mutationOptions({
      onSuccess: async ({ stored }) => {
        toast({ tone: 'good', title: t('done', { count: stored }) });
        await changed();
        onDone();
      },
    }),
  );
  const look = (next: SamplesSheet): void => {
    setRefused(null);
    run.reset();
    setSheet(next);
    preview.mutate(next);
  };
  return {
    refused,
    preview,
    run,
    paste: (text: string) => look({ kpiId, locale, text }),
    pick: async (picked: File): Promise<void> => {
      const read = picked.size > IMPORT_BYTES_MAX ? null : await readFile(picked).catch(() => null);
      if (read) return look({ kpiId, locale, file: read });
      preview.reset();
      setSheet(null);
      setRefused(picked.size > IMPORT_BYTES_MAX ? 'tooLarge' : 'unreadable');
    },
    /** What is typed on is not what was looked at. */
    forget: () => {
      preview.reset();
      setSheet(null);
    },
    importAll: () => {
      if (sheet) run.mutate(sheet);
    },
  };
}
