'use client';

import type { TextFiles } from '@jalon/contracts';
import { Section } from '@jalon/ui/section';
import { useTranslations } from 'next-intl';

/** The project's own files as a revision keeps them; nothing where it has none. */
export function RevisionFiles({ files }: { files: TextFiles }) {
  const t = useTranslations('revision');
  const paths = Object.keys(files).sort();
  if (paths.length === 0) return null;
  return (
    <Section title={t('files')}>
      <ul className="flex flex-col gap-2">
        {paths.map((path) => (
          <li key={path}>
            <details>
              <summary className="cursor-pointer break-all font-mono text-xs">{path}</summary>
              <pre
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                tabIndex={0}
                className="mt-1 max-h-[28rem] overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
              >
                {files[path]}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
