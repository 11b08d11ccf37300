'use client';

import { brokenFileRules, bytesOf, type TextFiles } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Field } from '@jalon/ui/field';
import { IconButton } from '@jalon/ui/icon-button';
import { Section } from '@jalon/ui/section';
import { Textarea } from '@jalon/ui/textarea';
import { FilePlus, PencilLine, Trash2, Upload } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useFileUpload } from '../hooks/use-file-upload';
import { withoutFile, withRenamed } from '../lib/draft-content';
import { FileDrop } from './file-drop';

const FileNameDialog = dynamic(() => import('./file-name-dialog').then((module) => module.FileNameDialog));
const UploadDialog = dynamic(() => import('./upload-dialog').then((module) => module.UploadDialog));

export interface ProjectFilesProps {
  files: TextFiles;
  onChange: (files: TextFiles) => void;
  readOnly: boolean;
  /** The file whose text is shown; null: none. */
  chosen: string | null;
  onChoose: (path: string | null) => void;
}

/** The small text files that the Compose file may name; they are saved, and taken back, together with it. */
export function ProjectFiles({ files, onChange, readOnly, chosen, onChoose }: ProjectFilesProps) {
  const t = useTranslations('stack.files');
  /** Which file is being named: a new one has no path yet. */
  const [naming, setNaming] = useState<{ path: string | null } | null>(null);
  const paths = Object.keys(files).sort();
  const problems = brokenFileRules(files);
  const text = chosen !== null && Object.hasOwn(files, chosen) ? (files[chosen] ?? '') : null;
  const picker = useRef<HTMLInputElement>(null);
  const upload = useFileUpload(files, (next, first) => {
    onChange(next);
    if (first !== null) onChoose(first);
  });
  const give = (path: string) => {
    const from = naming?.path ?? null;
    onChange(from === null ? { ...files, [path]: '' } : withRenamed(files, from, path));
    onChoose(path);
    setNaming(null);
  };
  return (
    <FileDrop enabled={!readOnly} onDrop={(dropped) => upload.take(dropped)}>
      <Section
        title={t('title')}
        description={t('text')}
        actions={
          readOnly ? null : (
            <>
              <input
                ref={picker}
                type="file"
                multiple
                aria-label={t('upload.choose')}
                tabIndex={-1}
                className="sr-only"
                onChange={({ currentTarget }) => {
                  const picked = [...(currentTarget.files ?? [])];
                  // The same file can be chosen again after it was refused.
                  currentTarget.value = '';
                  upload.take(picked);
                }}
              />
              <Button icon={<Upload aria-hidden size={15} />} onClick={() => picker.current?.click()}>
                {t('upload.choose')}
              </Button>
              <Button icon={<FilePlus aria-hidden size={15} />} onClick={() => setNaming({ path: null })}>
                {t('add')}
              </Button>
            </>
          )
        }
      >
        {paths.length === 0 ? <p className="text-ink-3">{t(readOnly ? 'none' : 'noneDrop')}</p> : null}
        {paths.length > 0 ? (
          <ul aria-label={t('title')} className="divide-y divide-line border-line border-y">
            {paths.map((path) => (
              <li key={path} className="flex min-h-9 items-center gap-3 py-0.5">
                <button
                  type="button"
                  aria-expanded={path === chosen}
                  onClick={() => onChoose(path === chosen ? null : path)}
                  className="min-w-0 flex-1 truncate text-left font-mono text-accent text-xs hover:underline"
                >
                  {path}
                </button>
                <span className="tabular text-ink-3 text-xs">
                  {t('bytes', { count: bytesOf(files[path] ?? '') })}
                </span>
                {readOnly ? null : (
                  <>
                    <IconButton
                      size="sm"
                      label={t('renameNamed', { path })}
                      icon={<PencilLine aria-hidden size={14} />}
                      onClick={() => setNaming({ path })}
                    />
                    <IconButton
                      size="sm"
                      label={t('deleteNamed', { path })}
                      icon={<Trash2 aria-hidden size={14} />}
                      onClick={() => onChange(withoutFile(files, path))}
                    />
                  </>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        {problems.length > 0 ? (
          <ul role="alert" className="mt-2 flex flex-col gap-1 text-bad text-xs">
            {problems.map(({ path, rule }) => (
              <li key={`${rule} ${path}`} className="break-all">
                {path === '' ? null : <span className="font-mono">{path} </span>}
                {t(`rule.${rule}`)}
              </li>
            ))}
          </ul>
        ) : null}
        {chosen !== null && text !== null ? (
          <Field label={t('content', { path: chosen })} className="mt-3">
            <Textarea
              value={text}
              rows={8}
              readOnly={readOnly}
              spellCheck={false}
              onChange={(event) => onChange({ ...files, [chosen]: event.target.value })}
              className="max-h-[28rem] font-mono text-xs"
            />
          </Field>
        ) : null}
        {naming ? (
          <FileNameDialog path={naming.path} taken={paths} onName={give} onClose={() => setNaming(null)} />
        ) : null}
        {upload.asking ? (
          <UploadDialog
            upload={upload.asking}
            files={files}
            onAdd={(kept) => void (upload.asking && upload.add(upload.asking, kept))}
            onClose={upload.cancel}
          />
        ) : null}
      </Section>
    </FileDrop>
  );
}
