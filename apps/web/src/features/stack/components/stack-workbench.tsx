'use client';

import type { StackDetail } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { Section } from '@jalon/ui/section';
import { Skeleton } from '@jalon/ui/skeleton';
import { ListChecks, Plus, Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { PendingNotice } from '@/features/environments/components/pending-notice';
import { useProject } from '@/features/projects/hooks/use-project';
import { afterLoad } from '@/lib/after-load';
import { useErrorToast } from '@/lib/use-error-toast';
import { useStackDraft } from '../hooks/use-stack-draft';
import { Architecture } from './architecture';
import { DraftState } from './draft-state';
import { NextStep } from './next-step';
import { ProjectFiles } from './project-files';

/** Of all scripts of the page more than a third. */
const ComposeEditor = dynamic(
  async () => {
    await afterLoad();
    return (await import('./compose-editor')).ComposeEditor;
  },
  { ssr: false, loading: () => <Skeleton className="h-[28rem] w-full" /> },
);

const AddTechnologyDialog = dynamic(() =>
  import('./add-technology-dialog').then((module) => module.AddTechnologyDialog),
);
const ReviewDialog = dynamic(() => import('./review-dialog').then((module) => module.ReviewDialog));

/** Drawing, editor, and the way from a change to a deployment. */
export function StackWorkbench({ stack }: { stack: StackDetail }) {
  const t = useTranslations('stack');
  const router = useRouter();
  const { environment, may, href } = useProject();
  const draft = useStackDraft(stack, environment.id);
  const toast = useErrorToast();
  const goTo = useRef<((place: { line: number; column: number }) => void) | null>(null);
  const [adding, setAdding] = useState(false);
  const [openFile, setOpenFile] = useState<string | null>(null);
  // From another page of the project, straight to the plan of what is saved.
  const isLinked = useSearchParams().get('review') === '1';
  const [reviewing, setReviewing] = useState(isLinked);
  const { drawing, problems, warnings } = draft.check;
  const writable = may('stack:write');
  const closeReview = () => {
    setReviewing(false);
    if (isLinked) router.replace(href('stack'), { scroll: false });
  };
  const goToPlace = ({ file, ...place }: { file?: string; line: number; column: number }) =>
    file === undefined ? goTo.current?.(place) : setOpenFile(file);
  const review = async () => {
    try {
      await draft.save();
      setReviewing(true);
    } catch (error) {
      toast(error);
    }
  };
  return (
    <div className="flex flex-col gap-8">
      <NextStep />
      <PendingNotice />
      <Section
        title={t('architecture')}
        actions={
          writable ? (
            <>
              <Button icon={<Plus aria-hidden size={15} />} onClick={() => setAdding(true)}>
                {t('add')}
              </Button>
              <Button
                variant="primary"
                icon={<ListChecks aria-hidden size={15} />}
                pending={draft.saving}
                disabled={!draft.savable}
                onClick={() => void review()}
              >
                {t('review')}
              </Button>
            </>
          ) : null
        }
      >
        {drawing && drawing.services.length > 0 ? (
          <Architecture
            drawing={drawing}
            states={environment.services}
            known={environment.host.unreachableSince === null}
          />
        ) : (
          <EmptyState title={drawing ? t('emptyTitle') : t('unreadableTitle')}>
            {drawing ? t('emptyText') : t('unreadableText')}
          </EmptyState>
        )}
      </Section>
      <Section
        title={t('file')}
        actions={
          draft.changed ? (
            <>
              <Button variant="ghost" icon={<Undo2 aria-hidden size={15} />} onClick={draft.revert}>
                {t('revert')}
              </Button>
              <Button
                pending={draft.saving}
                disabled={!draft.savable}
                onClick={() => void draft.save().catch(toast)}
              >
                {t('save')}
              </Button>
            </>
          ) : null
        }
      >
        <ComposeEditor
          label={t('file')}
          value={draft.text}
          onChange={draft.setText}
          problems={problems.filter(({ file }) => file === undefined)}
          warnings={warnings.filter(({ file }) => file === undefined)}
          readOnly={!writable}
          goTo={goTo}
        />
        <DraftState draft={draft} stack={stack} onGo={goToPlace} />
      </Section>
      <ProjectFiles
        files={draft.files}
        onChange={draft.setFiles}
        readOnly={!writable}
        chosen={openFile}
        onChoose={setOpenFile}
      />
      {adding ? (
        <AddTechnologyDialog
          composeText={draft.text}
          onAdded={draft.setText}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {reviewing ? <ReviewDialog onClose={closeReview} /> : null}
    </div>
  );
}
