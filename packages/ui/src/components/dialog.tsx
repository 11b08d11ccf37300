'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from './icon-button';
import { Modal } from './modal';
import { useUi } from './ui-provider';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the chief one last. */
  footer?: ReactNode;
  size?: 'md' | 'lg';
  children?: ReactNode;
}

/** Asks for one thing and gives the focus back where it came from. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  size = 'md',
  children,
}: DialogProps) {
  const { labels } = useUi();
  const id = useId();
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      labelledBy={`${id}-title`}
      describedBy={description ? `${id}-description` : undefined}
      className={clsx('max-h-[76vh] flex-col', size === 'lg' ? 'max-w-3xl' : 'max-w-md')}
    >
      <div className="px-5 pt-4 pr-14 pb-3">
        <h2 id={`${id}-title`} className="font-semibold text-lg">
          {title}
        </h2>
        {description ? (
          <div id={`${id}-description`} className="mt-1 text-ink-2">
            {description}
          </div>
        ) : null}
      </div>
      {children ? <div className="min-h-0 overflow-y-auto px-5 pt-0.5 pb-4">{children}</div> : null}
      {footer ? (
        <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>
      ) : null}
      {/* Last, so that the first focus is on what the dialog asks for. */}
      <IconButton
        label={labels.close}
        icon={<X aria-hidden size={16} />}
        onClick={() => onOpenChange(false)}
        className="absolute top-3 right-3"
      />
    </Modal>
  );
}
