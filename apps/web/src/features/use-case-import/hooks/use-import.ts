'use client';

import { IMPORT_BYTES_MAX, type ImportMapping } from '@jalon/contracts';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/trpc/react';
import { type PickedFile, readFile } from '../lib/read-file';

/** A file on its way to becoming use cases: picked, looked at, its columns named, imported. */
export function useImport() {
  const t = useTranslations('useCaseImport');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const [file, setFile] = useState<PickedFile | null>(null);
  const [refused, setRefused] = useState<'tooLarge' | 'unreadable' | null>(null);
  const preview = useMutation(trpc.useCase.previewImport.mutationOptions());
  const run = useMutation(
    trpc.useCase.import.mutationOptions({
      onSuccess: async ({ created }) => {
        toast({ tone: 'good', title: t('done', { count: created }) });
        router.push('/use-cases?view=table&sort=number');
        await queries.invalidateQueries(trpc.useCase.pathFilter());
        await queries.invalidateQueries(trpc.portfolio.pathFilter());
        await queries.invalidateQueries(trpc.reference.pathFilter());
      },
    }),
  );
  const pick = async (picked: File): Promise<void> => {
    setRefused(null);
    preview.reset();
    run.reset();
    if (picked.size > IMPORT_BYTES_MAX) {
      setFile(null);
      setRefused('tooLarge');
      return;
    }
    const read = await readFile(picked).catch(() => null);
    setFile(read);
    if (read) preview.mutate({ file: read });
    else setRefused('unreadable');
  };
  return {
    file,
    refused,
    preview,
    run,
    pick,
    remap: (mapping: ImportMapping) => {
      if (file) preview.mutate({ file, mapping });
    },
    importAll: (mapping: ImportMapping) => {
      if (file) run.mutate({ file, mapping });
    },
  };
}
