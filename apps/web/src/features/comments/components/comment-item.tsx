'use client';

import type { CommentView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { RelativeTime } from '@jalon/ui/relative-time';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useCommentActions } from '../hooks/use-comment-actions';
import { CommentForm } from './comment-form';
import { CommentText } from './comment-text';
import { RemoveDialog } from './remove-dialog';

export interface CommentItemProps {
  comment: CommentView;
  /** The address names it: it is shown and takes the focus. */
  named: boolean;
}

/** One comment, and what its author may do with it. */
export function CommentItem({ comment, named }: CommentItemProps) {
  const t = useTranslations('comment');
  const item = useRef<HTMLLIElement>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { edit, remove } = useCommentActions();
  const { id, author, text, mentions, version, createdAt, editedAt, removedAt } = comment;
  useEffect(() => {
    if (!named) return;
    item.current?.scrollIntoView({ block: 'center' });
    item.current?.focus();
  }, [named]);
  const stop = () => {
    setEditing(false);
    requestAnimationFrame(() => editButton.current?.focus());
  };
  return (
    <li
      ref={item}
      id={`comment-${id}`}
      tabIndex={-1}
      className={clsx(
        'border-line border-b py-3 outline-none',
        named && '-mx-2 rounded-md bg-accent-soft px-2',
      )}
    >
      <div className="mb-0.5 flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{author.name}</span>
        <span className="text-ink-3 text-xs">
          <RelativeTime date={createdAt} />
          {editedAt && !removedAt ? (
            <>
              {' · '}
              {t('edited')} <RelativeTime date={editedAt} />
            </>
          ) : null}
        </span>
        {editing ? null : (
          <span className="ml-auto flex gap-1">
            {comment.mayEdit ? (
              <Button ref={editButton} size="sm" variant="ghost" onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            ) : null}
            {comment.mayRemove ? (
              <Button size="sm" variant="ghost" onClick={() => setRemoving(true)}>
                {t('remove')}
              </Button>
            ) : null}
          </span>
        )}
      </div>
      {removedAt ? <p className="text-ink-3 italic">{t('removed')}</p> : null}
      {editing ? (
        <CommentForm
          label={t('editLabel')}
          submit={t('save')}
          initial={{ text, mentions }}
          pending={edit.isPending}
          onCancel={stop}
          onSend={async (next, ids) => {
            const taken = await edit.send({ commentId: id, version, text: next, mentions: ids });
            if (taken) stop();
            return taken;
          }}
        />
      ) : removedAt ? null : (
        <CommentText text={text} mentions={mentions} />
      )}
      {removing ? (
        <RemoveDialog
          own={comment.mayEdit}
          author={author.name}
          pending={remove.isPending}
          onClose={() => setRemoving(false)}
          onRemove={async () => {
            if (await remove.send({ commentId: id })) {
              setRemoving(false);
              item.current?.focus();
            }
          }}
        />
      ) : null}
    </li>
  );
}
