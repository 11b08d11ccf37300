'use client';

import { type UseCaseListItem, useCasePatchSchema, useCaseReference } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Notice } from '@jalon/ui/notice';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { describeIssue } from '@/lib/describe-issue';
import { useErrorText } from '@/lib/use-error-text';
import { refusalsIn } from '../../../hooks/use-refusal-text';
import { useUpdateMany } from '../../../hooks/use-update-many';
import { type BulkAction, patchOf, tagsOf } from '../../../lib/bulk-edits';
import { BulkField } from './bulk-field';
import { RefusalList } from './refusal-list';

export interface BulkDialogProps {
  action: BulkAction;
  rows: UseCaseListItem[];
  /** Goes on without these. */
  onLeaveOut: (ids: string[]) => void;
  onClose: () => void;
}

/** Asks for the one thing that many use cases shall have, and says which of them refused it. */
export function BulkDialog({ action, rows, onLeaveOut, onClose }: BulkDialogProps) {
  const t = useTranslations('bulk');
  const common = useTranslations('common');
  const validation = useTranslations('validation');
  const describe = useErrorText();
  const { run, change } = useUpdateMany();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const refused = refusalsIn(change.error);
  const isTags = action === 'addTags' || action === 'removeTags';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const patch = useCasePatchSchema.safeParse(patchOf(action, typed), { reportInput: true });
    const issue = patch.error?.issues[0];
    const nothing = (isTags && tagsOf(typed).length === 0) || (action === 'owner' && !typed);
    setWrong(nothing ? validation('required') : issue ? describeIssue(validation, issue) : undefined);
    if (!patch.success || nothing) return;
    // A failure is shown by the state of the mutation.
    run(rows, patch.data).then(onClose, () => undefined);
  };
  const leaveOut = () => {
    const references = refused.map(({ path }) => path);
    onLeaveOut(
      rows
        .filter(({ id, number }) => references.includes(id) || references.includes(useCaseReference(number)))
        .map(({ id }) => id),
    );
    change.reset();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(`title.${action}`, { count: rows.length })}
      description={t('allOrNone')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            form="bulk-edit"
            variant="primary"
            pending={change.isPending}
            disabled={rows.length === 0}
          >
            {t('apply')}
          </Button>
        </>
      }
    >
      <form id="bulk-edit" noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
        {change.isError && refused.length === 0 ? (
          <Notice tone="bad" title={describe(change.error).title}>
            {describe(change.error).reference}
          </Notice>
        ) : null}
        {refused.length > 0 ? (
          <RefusalList
            refused={refused}
            asked={rows.length}
            onLeaveOut={refused.length < rows.length ? leaveOut : undefined}
          />
        ) : null}
        <BulkField action={action} rows={rows} value={typed} error={wrong} onChange={setTyped} />
      </form>
    </Dialog>
  );
}
