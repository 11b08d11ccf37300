'use client';

import { ATTACHMENT_MAX_BYTES } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { formatBytes } from '@jalon/ui/format';
import { Notice } from '@jalon/ui/notice';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileText, Paperclip } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { useAddAttachment } from '../hooks/use-add-attachment';

/** Documents of a use case: read, added, removed by whoever added them. */
export function AttachmentsSection({ useCaseId }: { useCaseId: string }) {
  const t = useTranslations('attachment');
  const common = useTranslations('common');
  const locale = useLocale();
  const describe = useErrorText();
  const onError = useErrorToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const files = useQuery(trpc.attachment.list.queryOptions({ useCaseId }));
  const { add, problem, adding } = useAddAttachment(useCaseId);
  const remove = useMutation(
    trpc.attachment.remove.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.attachment.pathFilter()),
      onError,
    }),
  );
  return (
    <Section
      title={t('title')}
      description={t('description', { size: formatBytes(ATTACHMENT_MAX_BYTES, locale) })}
      actions={
        <>
          <input
            ref={picker}
            type="file"
            aria-label={t('add')}
            tabIndex={-1}
            className="sr-only"
            accept=".pdf,.png,.csv,.xlsx,.md"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              // The same file can be chosen again after it was refused.
              currentTarget.value = '';
              if (file) void add(file);
            }}
          />
          <Button
            size="sm"
            icon={<Paperclip aria-hidden size={14} />}
            pending={adding}
            onClick={() => picker.current?.click()}
          >
            {t('add')}
          </Button>
        </>
      }
    >
      {problem ? <Notice tone="bad" title={problem} className="mb-2 max-w-3xl" /> : null}
      {files.isPending ? <SkeletonRows /> : null}
      {files.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(files.error).reference}
          action={<Button onClick={() => void files.refetch()}>{common('retry')}</Button>}
        >
          {describe(files.error).title}
        </ErrorState>
      ) : null}
      {files.data?.length === 0 ? <p className="text-ink-3">{t('empty')}</p> : null}
      {files.data && files.data.length > 0 ? (
        <ul aria-label={t('title')} className="max-w-4xl border-line border-t">
          {files.data.map((file) => (
            <li key={file.id} className="flex min-h-9 flex-wrap items-center gap-x-3 border-line border-b">
              <FileText aria-hidden size={15} className="text-ink-3" />
              <a
                href={`/api/attachments?${new URLSearchParams({ attachmentId: file.id })}`}
                download={file.name}
                className="min-w-0 truncate font-medium hover:underline"
                data-verbatim
              >
                {file.name}
              </a>
              <span className="tabular text-ink-3 text-xs">{formatBytes(file.size, locale)}</span>
              <span className="flex-1 text-ink-3 text-xs">
                {file.author}, <RelativeTime date={file.createdAt} />
              </span>
              {file.mayRemove ? (
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={t('removeOne', { name: file.name })}
                  pending={remove.isPending && remove.variables.attachmentId === file.id}
                  onClick={() => remove.mutate({ attachmentId: file.id })}
                >
                  {t('remove')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
