import { clsx } from 'clsx';

/** What a tab looks like; also for links in a row that change the page. */
export function tabClass(active: boolean): string {
  return clsx(
    '-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-b-2 px-1 font-medium text-sm',
    'transition-colors duration-100',
    active ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink',
  );
}

/** The row that tabs stand in; it scrolls sideways on a narrow screen. */
export const tabRowClass = 'flex gap-5 overflow-x-auto border-line border-b';
