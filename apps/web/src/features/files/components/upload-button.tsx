'use client';

import { fileNameSchema, UPLOAD_MAX_BYTES } from '@jalon/contracts';
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

  const refusal = (file: File): string | null => {
    if (!fileNameSchema.safeParse(file.name).success) return t('badName', { name: file.name });
    if (file.size <= UPLOAD_MAX_BYTES) return null;
    return t('tooLarge', { limit: formatBytes(UPLOAD_MAX_BYTES, locale) });
  };
  const send = async (file: File): Promise<void> => {
    const refused = refusal(file);
    if (refused) return toast({ tone: 'bad', title: refused });
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
