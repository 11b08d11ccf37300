'use client';

import { brokenPathRule } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';

export interface FileNameDialogProps {
  /** The file that gets another name; null: a new one. */
  path: string | null;
  /** Paths of the project's files. */
  taken: readonly string[];
  onName: (path: string) => void;
  onClose: () => void;
}

/** Asks for a path within the project. */
export function FileNameDialog({ path, taken, onName, onClose }: FileNameDialogProps) {
  const t = useTranslations('stack.files');
  const common = useTranslations('common');
  const [name, setName] = useState(path ?? '');
  const [tried, setTried] = useState(false);
  const rule = brokenPathRule(name);
  const isTaken = name !== path && taken.includes(name);
  const error = rule ? t(`rule.${rule}`) : isTaken ? t('taken') : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (error === null) onName(name);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={path === null ? t('add') : t('renameNamed', { path })}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="file-name" variant="primary">
            {path === null ? t('addShort') : t('rename')}
          </Button>
        </>
      }
    >
      <form id="file-name" noValidate onSubmit={submit}>
        <Field label={t('path')} hint={t('pathHint')} error={tried ? error : undefined} required>
          <Input value={name} spellCheck={false} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
