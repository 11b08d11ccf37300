'use client';

import { Button } from '@jalon/ui/button';
import { formatBytes, formatShare } from '@jalon/ui/format';
import { useToast } from '@jalon/ui/toast';
import { useUi } from '@jalon/ui/ui-provider';
import { useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { UploadRefused, uploadFile } from '../lib/upload-file';

/** Sends one file into a volume, and says how far it is. */
export function UploadButton({ volume }: { volume: string }) {
  const t = useTranslations('files');
  const { locale } = useUi();
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { environment } = useProject();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);

  const send = async (file: File): Promise<void> => {
    // The rules are needed when there is a file, not to show the page.
    const { checkFile, UPLOAD_MAX_BYTES } = await import('../lib/check-file');
    const problem = checkFile(file);
    if (problem) {
      const limit = formatBytes(UPLOAD_MAX_BYTES, locale);
      return toast({ tone: 'bad', title: t(problem, { name: file.name, limit }) });
    }
    setShare(0);
    try {
      await uploadFile({ environmentId: environment.id, volume, name: file.name }, file, setShare);
      toast({ tone: 'good', title: t('uploaded', { name: file.name }) });
      await queries.invalidateQueries(trpc.file.list.queryFilter());
    } catch (error) {
      const detail = error instanceof UploadRefused ? error.message : t('uploadUnanswered');
      toast({ tone: 'bad', title: t('uploadFailed', { name: file.name }), detail });
    } finally {
      setShare(null);
    }
  };

  return (
    <>
      <input
        ref={input}
        type="file"
        aria-label={t('uploadTo', { volume })}
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      <Button
        icon={<Upload aria-hidden size={14} />}
        pending={share !== null}
        aria-label={t('uploadTo', { volume })}
        onClick={() => input.current?.click()}
      >
        {share === null ? t('upload') : formatShare(share, locale, 0)}
      </Button>
    </>
  );
}
