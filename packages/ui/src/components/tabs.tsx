'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

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

export interface TabsProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { value: T; label: ReactNode; content: ReactNode }[];
}

/** Tabs within a page. Tabs that have their own address are links with `tabClass`. */
export function Tabs<T extends string>({ label, value, onChange, tabs }: TabsProps<T>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as T)}>
      <Base.List aria-label={label} className={tabRowClass}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={tabClass(tab.value === value)}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4 outline-none">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
