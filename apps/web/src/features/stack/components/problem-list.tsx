'use client';

import type { ErrorDetail } from '@jalon/contracts';
import { useTranslations } from 'next-intl';

export interface ProblemListProps {
  problems: readonly ErrorDetail[];
  tone?: 'bad' | 'warn';
  /** Moves the editor to the place, or opens the file of the project that it is in. */
  onGo?: (place: { file?: string; line: number; column: number }) => void;
}

/** What is wrong with a Compose file, each with its place. */
export function ProblemList({ problems, tone = 'bad', onGo }: ProblemListProps) {
  const t = useTranslations('stack');
  if (problems.length === 0) return null;
  return (
    <ul role={tone === 'bad' ? 'alert' : undefined} className="flex flex-col gap-1 text-xs">
      {problems.map((problem) => {
        const { file, line, column = 1 } = problem;
        const key = `${file ?? ''}:${line}:${column}:${problem.message}`;
        if (line === undefined) return <li key={key}>{problem.message}</li>;
        const place = file ? t('placeIn', { file, line, column }) : t('place', { line, column });
        return (
          <li key={key} className="flex gap-2">
            {onGo ? (
              <button
                type="button"
                onClick={() => onGo(file === undefined ? { line, column } : { file, line, column })}
                className={`tabular shrink-0 self-start rounded-sm font-mono hover:underline ${tone === 'bad' ? 'text-bad' : 'text-warn'}`}
              >
                {place}
              </button>
            ) : (
              <span className={`tabular shrink-0 font-mono ${tone === 'bad' ? 'text-bad' : 'text-warn'}`}>
                {place}
              </span>
            )}
            <span className="min-w-0">{problem.message}</span>
          </li>
        );
      })}
    </ul>
  );
}
