'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends ComponentProps<'button'> {
  /** Said by a screen reader and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  size?: 'sm' | 'md';
}

/** A button that shows an icon alone. */
export function IconButton({ label, icon, size = 'md', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        aria-label={label}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors duration-100',
          'hover:bg-hover hover:text-ink disabled:cursor-not-allowed disabled:opacity-55',
          size === 'sm' ? 'size-6' : 'size-8',
          className,
        )}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
