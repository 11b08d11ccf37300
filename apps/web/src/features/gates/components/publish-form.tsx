'use client';

import type { StageKey } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { Section } from '@jalon/ui/section';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';

const SHORTEST = 3;

export interface PublishFormProps {
  from: StageKey;
  /** Of the draft; 0 when there is none. */
  revision: number;
  /** What stands in the fields is not saved. */
  dirty: boolean;
}

/** Publishes the saved draft, with a word on what has changed. */
export function PublishForm({ from, revision, dirty }: PublishFormProps) {
  const t = useTranslations('gatePolicy');
  const validation = useTranslations('validation');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const short = note.trim().length < SHORTEST;
  const publish = useMutation(
    trpc.gatePolicy.publish.mutationOptions({
      onSuccess: async () => {
        toast({ tone: 'good', title: t('published') });
        await queries.invalidateQueries(trpc.gatePolicy.pathFilter());
      },
    }),
  );
  if (revision === 0) {
    return (
      <Section title={t('publish')}>
        <p className="text-ink-2">{t('nothingToPublish')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('publish')}>
      <form
        className="flex flex-col gap-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!short) publish.mutate({ from, revision, note });
        }}
      >
        <p className="text-ink-2">{dirty ? t('saveFirst') : t('publishText')}</p>
        {publish.isError ? <Notice tone="bad" title={describe(publish.error).title} /> : null}
        <Field
          label={t('note')}
          error={tried && short ? validation('tooShort', { minimum: SHORTEST }) : undefined}
          required
        >
          <Input value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <div>
          <Button type="submit" disabled={dirty} pending={publish.isPending}>
            {t('publishDraft')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
