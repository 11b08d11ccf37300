'use client';

import type { PersonName } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Textarea } from '@jalon/ui/textarea';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { useMentions } from '../hooks/use-mentions';
import { MentionList } from './mention-list';

export interface CommentFormProps {
  label: string;
  submit: string;
  initial?: { text: string; mentions: readonly PersonName[] };
  pending: boolean;
  /** Resolves to true when it was taken: the field is emptied then. */
  onSend: (text: string, mentions: string[]) => Promise<boolean>;
  /** With it the form is one that goes away again, and takes the focus. */
  onCancel?: () => void;
}

/** A text with @names. Ctrl ↵ sends it; what was not taken stays. */
export function CommentForm({ label, submit, initial, pending, onSend, onCancel }: CommentFormProps) {
  const t = useTranslations('comment');
  const common = useTranslations('common');
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [text, setText] = useState(initial?.text ?? '');
  const mentions = useMentions(field, text, setText, initial?.mentions);
  const { people, active } = mentions;
  const editing = onCancel !== undefined;
  useEffect(() => {
    const element = field.current;
    if (!editing || !element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [editing]);
  const send = async () => {
    if (!text.trim() || pending) return;
    const taken = await onSend(
      text,
      mentions.picked.map(({ id }) => id),
    );
    if (taken && !editing) setText('');
  };
  return (
    <form
      className="max-w-3xl"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="relative">
        <Textarea
          ref={field}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={people.length > 0 ? list : undefined}
          aria-activedescendant={people.length > 0 ? `${list}-${active}` : undefined}
          placeholder={t('placeholder')}
          maxLength={5000}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            mentions.look();
          }}
          onSelect={mentions.look}
          onBlur={mentions.close}
          onKeyDown={(event) => {
            if (mentions.onKey(event)) return;
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              void send();
            }
            if (event.key === 'Escape') onCancel?.();
          }}
        />
        {people.length > 0 ? (
          <MentionList
            id={list}
            label={t('people')}
            people={people}
            active={active}
            onActive={mentions.setActive}
            onPick={mentions.pick}
          />
        ) : null}
      </div>
      <div className="mt-2 flex items-center gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending} disabled={!text.trim()}>
          {submit}
        </Button>
        {onCancel ? (
          <Button size="sm" onClick={onCancel}>
            {common('cancel')}
          </Button>
        ) : null}
        <span className="text-ink-3 text-xs">{t('help')}</span>
      </div>
    </form>
  );
}
