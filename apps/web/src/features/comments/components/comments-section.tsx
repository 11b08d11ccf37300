'use client';

import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { useCommentActions } from '../hooks/use-comment-actions';
import { COMMENT_PARAM } from '../lib/comment-address';
import { CommentForm } from './comment-form';
import { CommentItem } from './comment-item';

/** What people say about a use case, oldest first, and the field to say something. */
export function CommentsSection({ useCaseId }: { useCaseId: string }) {
  const t = useTranslations('comment');
  const common = useTranslations('common');
  const describe = useErrorText();
  const comments = useQuery(useTRPC().comment.list.queryOptions({ useCaseId }));
  const named = useSearchParams().get(COMMENT_PARAM);
  const { add } = useCommentActions();
  return (
    <Section title={t('title')} description={t('description')}>
      {comments.isPending ? <SkeletonRows /> : null}
      {comments.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(comments.error).reference}
          action={<Button onClick={() => void comments.refetch()}>{common('retry')}</Button>}
        >
          {describe(comments.error).title}
        </ErrorState>
      ) : null}
      {comments.data?.length === 0 ? <p className="mb-3 text-ink-3">{t('empty')}</p> : null}
      {comments.data && comments.data.length > 0 ? (
        <ol aria-label={t('title')} className="mb-4 max-w-4xl border-line border-t">
          {comments.data.map((comment) => (
            <CommentItem key={comment.id} comment={comment} named={comment.id === named} />
          ))}
        </ol>
      ) : null}
      <CommentForm
        label={t('label')}
        submit={t('send')}
        pending={add.isPending}
        onSend={(text, mentions) => add.send({ useCaseId, text, mentions })}
      />
    </Section>
  );
}
