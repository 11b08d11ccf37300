'use client';

import { ATTACHMENT_MAX_BYTES, type ErrorCode } from '@jalon/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/trpc/react';

const NAME = /^[^/\\:*?"<>|]+\.(pdf|png|csv|xlsx|md)$/i;

/** Sends a file to be attached; what is wrong with it is said in the reader's language. */
export function useAddAttachment(useCaseId: string) {
  const t = useTranslations('attachment');
  const errors = useTranslations('errors');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);

  /** What can be seen without sending it; null when nothing is wrong. */
  const judge = (file: File): string | null => {
    if (!NAME.test(file.name) || file.name.length > 120) return t('wrongName');
    if (file.size === 0) return t('emptyFile');
    return file.size > ATTACHMENT_MAX_BYTES ? t('tooLarge') : null;
  };

  const send = async (file: File): Promise<string | null> => {
    const query = new URLSearchParams({ useCaseId, name: file.name });
    try {
      const answer = await fetch(`/api/attachments?${query}`, { method: 'PUT', body: file });
      if (answer.ok) return null;
      const { error } = (await answer.json()) as { error: { code: ErrorCode } };
      return error.code === 'VALIDATION'
        ? t('notWhatItSays')
        : error.code === 'CONFLICT'
          ? t('tooMany')
          : errors(error.code);
    } catch {
      // Nobody answered, or something on the way did in our place.
      return errors('NETWORK');
    }
  };

  const add = async (file: File): Promise<void> => {
    setAdding(true);
    const wrong = judge(file) ?? (await send(file));
    setProblem(wrong && `${file.name}: ${wrong}`);
    setAdding(false);
    if (wrong) return;
    await queries.invalidateQueries(trpc.attachment.pathFilter());
    void queries.invalidateQueries(trpc.useCase.history.pathFilter());
  };
  return { add, problem, adding };
}
