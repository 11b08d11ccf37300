'use client';

import type { PolicyContent, PolicyItem, StageKey } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Notice } from '@jalon/ui/notice';
import { Section } from '@jalon/ui/section';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiErrorCode, apiErrorData } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { moved, newItem } from '../lib/edit-policy';
import { ItemEditor } from './item-editor';
import { PolicyPreview } from './policy-preview';
import { PublishForm } from './publish-form';
import { TermsEditor } from './terms-editor';

export interface PolicyEditorProps {
  from: StageKey;
  start: PolicyContent;
  /** Of the draft; 0 when there is none yet. */
  revision: number;
  checks: readonly string[];
}

/** Edits the draft of a gate's next version; what is in force stays so until it is published. */
export function PolicyEditor({ from, start, revision, checks }: PolicyEditorProps) {
  const t = useTranslations('gatePolicy');
  const describe = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const [content, setContent] = useState(start);
  const save = useMutation(
    trpc.gatePolicy.saveDraft.mutationOptions({
      onSuccess: async () => {
        toast({ tone: 'good', title: t('saved') });
        await queries.invalidateQueries(trpc.gatePolicy.pathFilter());
      },
    }),
  );
  const dirty = content !== start;
  const setItems = (items: PolicyItem[]) => setContent({ ...content, items });
  const wrong = apiErrorCode(save.error) === 'VALIDATION' ? (apiErrorData(save.error)?.details ?? []) : [];
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <Section title={revision > 0 ? t('editDraft') : t('startDraft')}>
        <TermsEditor content={content} onChange={setContent} />
        <ol className="mt-5 border-line border-t">
          {content.items.map((item, index) => (
            <ItemEditor
              key={item.key}
              item={item}
              number={index + 1}
              checks={checks}
              wrong={wrong.some(({ path }) => path?.startsWith(`content.items.${index}.`))}
              onChange={(changed) =>
                setItems(content.items.map((known, at) => (at === index ? changed : known)))
              }
              onMove={(by) => setItems(moved(content.items, index, by))}
              onRemove={() => setItems(content.items.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button onClick={() => setItems([...content.items, newItem(content.items)])}>{t('addItem')}</Button>
          <Button
            variant="primary"
            pending={save.isPending}
            disabled={!dirty}
            onClick={() => save.mutate({ from, revision, content })}
          >
            {t('save')}
          </Button>
        </div>
        {save.isError ? (
          <Notice
            tone="bad"
            className="mt-3"
            title={wrong.length > 0 ? t('wrong') : describe(save.error).title}
          />
        ) : null}
      </Section>
      <div className="flex flex-col gap-8">
        <PolicyPreview content={content} />
        <PublishForm from={from} revision={revision} dirty={dirty} />
      </div>
    </div>
  );
}
