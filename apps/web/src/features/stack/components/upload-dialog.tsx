'use client';

import type { TextFiles } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Select } from '@jalon/ui/select';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { brokenByUpload, takenNames, type Upload, type UploadRule, withUploaded } from '../lib/read-upload';

export interface UploadDialogProps {
  upload: Upload;
  /** The project's files as they are now. */
  files: TextFiles;
  onAdd: (kept: ReadonlySet<string>) => void;
  onClose: () => void;
}

/** Says why nothing of what was chosen is added, or asks what becomes of files whose name is taken. */
export function UploadDialog({ upload, files, onAdd, onClose }: UploadDialogProps) {
  const t = useTranslations('stack.files.upload');
  const common = useTranslations('common');
  const [replaced, setReplaced] = useState<ReadonlySet<string>>(new Set());
  const { refused, texts } = upload;
  if (refused.length > 0) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t('refused')}
        description={t('refusedText')}
        footer={<Button onClick={onClose}>{common('close')}</Button>}
      >
        <Broken found={refused} />
      </Dialog>
    );
  }
  const taken = takenNames(files, texts);
  const kept = new Set(taken.filter((name) => !replaced.has(name)));
  const broken = brokenByUpload(files, withUploaded(files, texts, kept));
  const choose = (name: string, isReplaced: boolean) => {
    const next = new Set(replaced);
    if (isReplaced) next.add(name);
    else next.delete(name);
    setReplaced(next);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={taken.length > 0 ? t('takenText', { count: taken.length }) : undefined}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" disabled={broken.length > 0} onClick={() => onAdd(kept)}>
            {t('add')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {taken.map((name) => (
          <Field
            key={name}
            label={
              <span className="break-all font-mono" data-verbatim>
                {name}
              </span>
            }
          >
            <Select
              value={replaced.has(name) ? 'replace' : 'keep'}
              onChange={(event) => choose(name, event.target.value === 'replace')}
            >
              <option value="keep">{t('keep')}</option>
              <option value="replace">{t('replace')}</option>
            </Select>
          </Field>
        ))}
        <Broken found={broken.map(({ path, rule }) => ({ name: path, rule }))} />
      </div>
    </Dialog>
  );
}

function Broken({ found }: { found: readonly { name: string; rule: UploadRule }[] }) {
  const t = useTranslations('stack.files');
  if (found.length === 0) return null;
  return (
    <ul role="alert" className="flex flex-col gap-1 text-bad">
      {found.map(({ name, rule }, index) => (
        <li key={`${index} ${name}`} className="break-words">
          {name === '' ? null : (
            <span className="break-all font-mono" data-verbatim>
              {`${name} `}
            </span>
          )}
          {rule === 'UNREADABLE' || rule === 'TWICE' ? t(`upload.rule.${rule}`) : t(`rule.${rule}`)}
        </li>
      ))}
    </ul>
  );
}
