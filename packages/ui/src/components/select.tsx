'use client';

import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useFieldProps } from './field';
import { controlClass } from './input';

/** The platform's own list: the quickest by keyboard and on a telephone. Give it `<option>`s. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={clsx('relative flex items-center', className)}>
      <select
        {...useFieldProps()}
        className={clsx(controlClass, 'h-8 cursor-pointer appearance-none pr-8')}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown aria-hidden size={14} className="pointer-events-none absolute right-2.5 text-ink-3" />
    </span>
  );
}
